package io.plumbline.access.ui.proof;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.PasskeySteps;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dialog before a sensitive action, answered with a passkey. */
@DemoTest
class ProofByPasskeyTest extends SpringBrowserlessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HERE = "http://localhost:8080";

    @Autowired
    PasskeyService passkeys;

    @Autowired
    IdentityService identity;

    @Autowired
    ProofFirst proofFirst;

    @Autowired
    Staff staff;

    private final PasskeySteps device = new PasskeySteps();
    private final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void aPasskeyThatWasMadeInAnotherSession() {
        staff.doAs("frontdesk", () -> {
            identity.prove("demo-frontdesk-pass");
            var asked = passkeys.begin("Laptop at the desk");
            passkeys.add(asked, device.create(asked.json(), HERE));
        });
    }

    @AfterEach
    void none() {
        staff.doAs("frontdesk", () -> {
            identity.prove("demo-frontdesk-pass");
            passkeys.list().forEach(one -> passkeys.remove(one.id()));
        });
    }

    @Test
    @WithStaff("frontdesk")
    void aPasskeyAnswersInPlaceOfThePasswordAndCountsForAWhile() {
        ask(true);
        var asked = asked();
        asked.complete(JSON.valueToTree("not what the script of the portal sends"));
        assertThat(textOf(dialog())).contains("The browser sent nothing that can be read.");
        asked = asked();
        asked.complete(signed(device.sign(json(asked), "https://portal.example")));
        assertThat(textOf(dialog())).contains("another address than the portal's own");
        assertThat(done).hasValue(0);

        asked = asked();
        asked.complete(signed(device.sign(json(asked), HERE)));
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(done).hasValue(1);
        assertThatCode(identity::demandProof).doesNotThrowAnyException();
        proofFirst.run(done::incrementAndGet);
        assertThat(done).hasValue(2);
    }

    @Test
    @WithStaff("frontdesk")
    void anAnswerAfterTheDialogWasClosedDoesNothing() {
        ask(true);
        var asked = asked();
        answer(dialog(), "Cancel");
        asked.complete(signed(device.sign(json(asked), HERE)));
        assertThat(done).hasValue(0);
    }

    @Test
    @WithStaff("frontdesk")
    void whereTheBrowserCannotUsePasskeysThereIsThePasswordAlone() {
        ask(false);
        assertThat(find(Button.class).withText("Use a passkey").exists()).isFalse();
        assertThat(done).hasValue(0);
    }

    private void ask(boolean isUsable) {
        proofFirst.run(done::incrementAndGet);
        assertThat(find(Button.class).withText("Use a passkey").exists()).isFalse();
        call("plumblineUsesPasskeys").complete(JSON.valueToTree(isUsable));
    }

    /** What the browser is asked to do. */
    private static PendingJavaScriptInvocation call(String function) {
        var page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains(function))
                .findFirst()
                .orElseThrow();
    }

    private PendingJavaScriptInvocation asked() {
        test(find(Button.class).withText("Use a passkey").single()).click();
        return call("plumblineSignByPasskey");
    }

    private static String json(PendingJavaScriptInvocation call) {
        return call.getInvocation().getParameters().stream()
                .map(String::valueOf)
                .filter(parameter -> parameter.startsWith("{"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode signed(String answer) {
        return JSON.valueToTree(JSON.writeValueAsString(Map.of("signed", answer)));
    }

    private Dialog dialog() {
        return find(Dialog.class).single();
    }
}
