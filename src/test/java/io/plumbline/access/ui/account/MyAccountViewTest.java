package io.plumbline.access.ui.account;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** My account on the screen. */
@DemoTest
class MyAccountViewTest extends SpringBrowserlessTest {
    private static final String SAFARI = "Mozilla/5.0 (iPad; CPU OS 18_3 like Mac OS X) Version/18.3 Safari/604.1";

    @Autowired
    StaffSessionService sessions;

    @Test
    @WithStaff("frontdesk")
    void emptyFieldsAndARefusedPasswordAreToldAtTheirFieldsAndNothingTypedIsLost() {
        open(Routes.MY_ACCOUNT);
        press("Change password");
        assertThat(field("Current password").getErrorMessage()).isEqualTo("Enter your current password");
        assertThat(field("New password").getErrorMessage()).isEqualTo("Enter a new password");

        enter("Current password", "demo-frontdesk-pass");
        enter("New password", "short");
        enter("Repeat the new password", "short");
        press("Change password");
        assertThat(field("New password").getErrorMessage()).contains("15 to 128 characters");
        assertThat(field("New password").getValue()).isEqualTo("short");
        assertThat(field("Current password").getValue()).isEqualTo("demo-frontdesk-pass");

        enter("New password", "kettle violet anchor moss");
        enter("Repeat the new password", "kettle violet anchor");
        press("Change password");
        assertThat(field("Repeat the new password").getErrorMessage()).contains("do not match");

        UI.getCurrent().navigate(Routes.START);
        assertThat(find(ConfirmDialog.class).exists())
                .as("asks before typed fields are left")
                .isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void aWrongCurrentPasswordIsToldAtItsField() {
        open(Routes.MY_ACCOUNT);
        enter("Current password", "not my password");
        enter("New password", "kettle violet anchor moss");
        enter("Repeat the new password", "kettle violet anchor moss");
        press("Change password");
        assertThat(field("Current password").getErrorMessage()).startsWith("Incorrect password");
    }

    @Test
    @WithStaff("therapist")
    void otherSessionsAreListedAndSignedOut() {
        sessions.endOthers(null);
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(StaffSessionId.ATTRIBUTE, sessions.begin(SAFARI, "192.0.2.1"));
        sessions.begin(SAFARI, "192.0.2.2");
        sessions.begin(SAFARI, "192.0.2.3");
        open(Routes.MY_ACCOUNT);
        assertThat(text()).contains("This session", "Safari on iPad", "192.0.2.1", "192.0.2.2", "192.0.2.3");

        find(Button.class).withText("Sign out").atIndex(1).click();
        assertThat(sessions.list()).hasSize(2);
        press("Sign out everywhere else");
        assertThat(text()).contains("192.0.2.1").doesNotContain("192.0.2.2", "192.0.2.3");
        assertThat(find(Button.class).withText("Sign out everywhere else").exists())
                .isFalse();
        assertThat(sessions.list()).hasSize(1);
    }

    @Test
    @WithStaff("admin")
    void displaySettingsOpenFromHere() {
        open(Routes.MY_ACCOUNT);
        press("Display settings…");
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Display settings");
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class).withCaption(label).single();
    }

    private void enter(String label, String value) {
        test(field(label)).setValue(value);
    }

    private static String text() {
        return textOf(UI.getCurrent());
    }
}
