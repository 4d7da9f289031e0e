package io.plumbline.shell;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.shared.Routes;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The keys of a screen are shown. */
@SpringBootTest
@ActiveProfiles("test")
class KeyMapTest extends SpringBrowserlessTest {
    @Test
    @WithStaff("manager")
    void theKeysOfTheScreenAreShown() {
        open(Routes.LEADS);
        test(find(Button.class).all().stream()
                        .filter(button -> "Keys of this screen"
                                .equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(textOf(find(Dialog.class).single())).contains("New lead", "Show these keys", "Close what is open");
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
