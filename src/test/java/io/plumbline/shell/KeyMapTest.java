package io.plumbline.shell;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.menubar.MenuBar;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;

/** The keys of a screen are shown. */
@DemoTest
class KeyMapTest extends SpringBrowserlessTest {
    @Test
    @WithStaff("manager")
    void theKeysOfTheScreenAreShown() {
        open(Routes.LEADS);
        var item = find(MenuBar.class).single().getItems().getFirst().getSubMenu().getItems().stream()
                .filter(one -> one.getText().equals("Keys of this screen…"))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<MenuItem>(item));
        assertThat(textOf(find(Dialog.class).single())).contains("New lead", "Show these keys", "Close what is open");
    }
}
