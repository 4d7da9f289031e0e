package io.plumbline.shell;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.back;
import static io.plumbline.support.Screen.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;

/** A dialog goes with the page that it was opened on, and nothing typed into it is lost by that. */
@DemoTest
class DialogNavigationListenerTest extends SpringBrowserlessTest {
    @Test
    @WithStaff("frontdesk")
    void theBackButtonClosesADialogThatSaysNothing() {
        openDialog();
        back(Routes.PATIENTS);
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
        assertThat(address()).isEqualTo(Routes.PATIENTS);
    }

    @Test
    @WithStaff("frontdesk")
    void theBackButtonAsksBeforeWhatWasTypedIsLost() {
        openDialog();
        test(find(TextField.class).withLabel("Name").single()).setValue("Typed By The Desk");
        back(Routes.PATIENTS);
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(address()).isEqualTo(Routes.LEADS);
        assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Typed By The Desk");

        back(Routes.PATIENTS);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(address()).isEqualTo(Routes.PATIENTS);
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    @Test
    @WithStaff("frontdesk")
    void aQuestionIsGoneWithTheDialogBelowIt() {
        openDialog();
        test(find(TextField.class).withLabel("Name").single()).setValue("Typed By The Desk");
        answer(find(Dialog.class).single(), "Cancel");
        assertThat(find(ConfirmDialog.class).all()).hasSize(1);
        UI.getCurrentOrThrow().navigate(Routes.PATIENTS);
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    @Test
    @WithStaff("frontdesk")
    void aDialogThatThePageOpensByItsAddressStays() {
        openDialog();
        UI.getCurrentOrThrow().navigate(Routes.NEW_LEAD);
        assertThat(find(Dialog.class).all()).hasSize(1);
    }

    private void openDialog() {
        open(Routes.LEADS);
        test(find(Button.class).withText("New lead").single()).click();
        assertThat(find(Dialog.class).all()).hasSize(1);
    }

    private static String address() {
        return UI.getCurrentOrThrow().getActiveViewLocation().getPath();
    }
}
