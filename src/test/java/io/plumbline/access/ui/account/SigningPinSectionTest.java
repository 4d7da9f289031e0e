package io.plumbline.access.ui.account;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.access.pins.SigningPinService;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The signing PIN on the screen of one's own account. */
@DemoTest
class SigningPinSectionTest extends SpringBrowserlessTest {
    @Autowired
    SigningPinService pins;

    @Autowired
    ProofFirst proof;

    @Autowired
    ClinicService clinics;

    private SigningPinSection section;

    @Test
    @WithStaff("frontdesk")
    void itIsSetAfterThePasswordAndRemoved() {
        section = new SigningPinSection(pins, proof, clinics);
        UI.getCurrent().add(section);
        assertThat(textOf(section)).contains("No PIN yet.");
        test(button("Set a PIN…")).click();
        test(find(PasswordField.class).withLabel("Password").single()).setValue("demo-frontdesk-pass");
        answer(find(Dialog.class).single(), "Continue");

        var chosen = find(PasswordField.class).withLabel("New PIN").single();
        var repeated = find(PasswordField.class).withLabel("Repeat the new PIN").single();
        test(chosen).setValue("123456");
        test(repeated).setValue("123456");
        test(button("Save PIN")).click();
        assertThat(chosen.getErrorMessage()).contains("in a row");
        assertThat(repeated.getValue()).as("nothing typed is lost").isEqualTo("123456");

        test(chosen).setValue("174093");
        test(button("Save PIN")).click();
        assertThat(repeated.getErrorMessage()).contains("not the same");
        test(repeated).setValue("174093");
        test(button("Save PIN")).click();
        assertThat(textOf(section)).contains("Set on");
        assertThat(pins.findMine().isSet()).isTrue();

        test(button("Remove PIN…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(textOf(section)).contains("No PIN yet.");
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
