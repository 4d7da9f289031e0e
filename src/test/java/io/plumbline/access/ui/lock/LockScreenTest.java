package io.plumbline.access.ui.lock;

import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.PasskeySteps;
import io.plumbline.access.lock.SessionLock;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.ui.cover.Cover;
import io.plumbline.shared.ui.cover.LockAsked;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person sees at their locked screen, with and without a passkey. */
@DemoTest
class LockScreenTest extends SpringBrowserlessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNLOCK = "Unlock with a passkey";
    private static final String HERE = "http://localhost:8080";

    @Autowired
    PasskeyService passkeys;

    @Autowired
    IdentityService identity;

    private final PasskeySteps device = new PasskeySteps();

    @BeforeEach
    void aPasskey() {
        identity.prove("demo-therapist-pass");
        var asked = passkeys.begin("Laptop of the lock screen");
        passkeys.add(asked, device.withoutCounter().create(asked.json(), HERE));
        UI.getCurrent().navigate("account");
    }

    @AfterEach
    void none() {
        identity.prove("demo-therapist-pass");
        passkeys.list().forEach(one -> passkeys.remove(one.id()));
    }

    @Test
    @WithStaff("therapist")
    void aPasskeyUnlocksTheScreenWhereTheBrowserCanUseOne() {
        lock();
        assertThat(find(H1.class).single().getText()).isEqualTo("Locked");
        assertThat(find(Button.class).withText(UNLOCK).exists())
                .as("before the browser has said that it can")
                .isFalse();
        call("plumblineUsesPasskeys").complete(JSON.valueToTree(true));

        var asked = asked();
        assertThat(button().isEnabled()).as("while the browser asks its person").isFalse();
        asked.complete(JSON.valueToTree(JSON.writeValueAsString(Map.of("problem", "You canceled."))));
        assertThat(textOf(find(LockScreen.class).single())).contains("You canceled.");
        assertThat(Cover.isOn(UI.getCurrent())).isTrue();

        asked = asked();
        asked.complete(signed(new PasskeySteps().sign(json(asked), HERE)));
        assertThat(textOf(find(LockScreen.class).single()))
                .contains("This passkey is not known here.")
                .doesNotContain("You canceled.");
        assertThat(Cover.isOn(UI.getCurrent())).isTrue();

        asked = asked();
        asked.complete(signed(device.sign(json(asked), HERE)));
        assertThat(Cover.isOn(UI.getCurrent())).isFalse();
        assertThat(find(H1.class).single().getText()).isEqualTo("My account");
    }

    @Test
    @WithStaff("therapist")
    void whereTheBrowserCannotUsePasskeysTheScreenHasNoSuchButton() {
        lock();
        call("plumblineUsesPasskeys").complete(JSON.valueToTree(false));
        assertThat(find(Button.class).withText(UNLOCK).exists()).isFalse();
        test(find(PasswordField.class).withLabel("PIN or password").single()).setValue("demo-therapist-pass");
        test(find(Button.class).withText("Unlock").single()).click();
        assertThat(Cover.isOn(UI.getCurrent())).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void whoHasNoPasskeySeesNoSuchButton() {
        none();
        lock();
        call("plumblineUsesPasskeys").complete(JSON.valueToTree(true));
        assertThat(find(Button.class).withText(UNLOCK).exists()).isFalse();
    }

    private void lock() {
        var session = SessionLock.sessionOf(VaadinSession.getCurrent()).orElseThrow();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, SecurityContextHolder.getContext());
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        ComponentUtil.fireEvent(UI.getCurrent(), new LockAsked(UI.getCurrent(), false));
        VaadinSession.getCurrent().getService().runPendingAccessTasks(VaadinSession.getCurrent());
        call("plumblineHold").complete(JSON.nullNode());
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
        test(button()).click();
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

    private Button button() {
        return find(Button.class).withText(UNLOCK).single();
    }
}
