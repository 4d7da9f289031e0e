package io.plumbline.access.ui.account;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.PasskeySteps;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys on the screen of one's own account. */
@DemoTest
class PasskeySectionTest extends SpringBrowserlessTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    PasskeyService passkeys;

    @Autowired
    IdentityService identity;

    @Autowired
    ClinicService clinics;

    private final AtomicInteger changes = new AtomicInteger();
    private PasskeySection section;

    @Test
    @WithStaff("therapist")
    void aPasskeyIsNamedMadeListedAndRemoved() {
        show();
        assertThat(textOf(section)).contains("No passkeys yet", "fingerprint");
        test(button("Add a passkey")).click();
        test(find(PasswordField.class).single()).setValue("demo-therapist-pass");
        answer(find(Dialog.class).single(), "Continue");

        var name = find(TextField.class).withLabel("Name of the passkey").single();
        test(button("Create the passkey")).click();
        assertThat(name.getErrorMessage()).contains("Name the passkey");
        test(button("Cancel")).click();
        assertThat(textOf(section)).contains("No passkeys yet");

        name("Work laptop");
        var call = created();
        call.complete(JSON.valueToTree(JSON.writeValueAsString(Map.of("problem", "You canceled."))));
        assertThat(textOf(section)).contains("You canceled.");
        assertThat(find(TextField.class)
                        .withLabel("Name of the passkey")
                        .single()
                        .getValue())
                .as("nothing typed is lost")
                .isEqualTo("Work laptop");

        call = created();
        var made = new PasskeySteps().create(asked(call), "http://localhost:8080");
        call.complete(JSON.valueToTree(JSON.writeValueAsString(Map.of("made", made))));
        assertThat(find(UnorderedList.class, section).single().getChildren())
                .as("recovery codes with the first factor")
                .hasSize(10);
        test(button("I have kept them")).click();
        assertThat(textOf(section)).contains("Work laptop", "not used yet");
        assertThat(changes).hasValue(1);

        name("Work laptop again");
        call = created();
        call.complete(JSON.valueToTree(JSON.writeValueAsString(
                Map.of("made", new PasskeySteps().create(asked(call), "https://elsewhere.example")))));
        assertThat(textOf(section)).contains("another address than the portal's own");
        test(button("Cancel")).click();

        test(button("Remove…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(textOf(section)).contains("No passkeys yet");
        assertThat(passkeys.list()).isEmpty();
        assertThat(changes).hasValue(2);
    }

    private void show() {
        section = new PasskeySection(passkeys, identity, clinics.ownZone(), changes::incrementAndGet);
        UI.getCurrent().add(section);
    }

    private void name(String label) {
        test(button("Add a passkey")).click();
        test(find(TextField.class).withLabel("Name of the passkey").single()).setValue(label);
    }

    /** What the browser is asked to do when the passkey is to be made. */
    private PendingJavaScriptInvocation created() {
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        test(button("Create the passkey")).click();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("plumblineMakePasskey"))
                .findFirst()
                .orElseThrow();
    }

    private static String asked(PendingJavaScriptInvocation call) {
        return call.getInvocation().getParameters().stream()
                .map(String::valueOf)
                .filter(parameter -> parameter.startsWith("{"))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
