package io.plumbline.shell;

import static io.plumbline.support.Screen.chooseInAccountMenu;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
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
        chooseInAccountMenu(find(Button.class).all(), "Keys of this screen…");
        assertThat(textOf(find(Dialog.class).single())).contains("New lead", "Show these keys", "Close what is open");
    }
}
