package io.plumbline.access.ui.proof;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.factors.PasskeySite;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the person who is signed in for one of their passkeys. The button is there once the browser has said that it can
 * use passkeys here, and only for a person who has one; whoever cannot use it never sees it.
 */
@JavaScript("context://assets/passkey.js")
public final class PasskeyButton extends Composite<Div> {
    private static final JsonMapper JSON = new JsonMapper();

    private final PasskeySite site;
    private final IdentityService identity;
    private final Consumer<String> prove;
    private final Runnable proven;
    private final Button button;
    private final Div messages = new Div();

    /**
     * @param words what the button says
     * @param prove checks what the browser sent; throws a {@link io.plumbline.shared.Refused} with a message for the
     *     person if it is not right
     * @param proven runs after the check
     */
    public PasskeyButton(
            String words, PasskeySite site, IdentityService identity, Consumer<String> prove, Runnable proven) {
        this.site = site;
        this.identity = identity;
        this.prove = prove;
        this.proven = proven;
        this.button = new Button(words, e -> ask());
        getContent().addClassName("stack-2");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getContent().removeAll();
        messages.removeAll();
        button.setEnabled(true);
        // a screen is locked without its person, so who has a passkey is asked only when the browser answers
        getElement()
                .executeJs("return !!window.plumblineUsesPasskeys?.($0)", site.host())
                .then(Boolean.class, isUsable -> {
                    if (isUsable && identity.hasPasskey()) {
                        getContent().add(button, messages);
                    }
                });
    }

    private void ask() {
        Attempt.showing(messages).run(() -> {
            var asked = identity.askPasskey(sessionId());
            button.setEnabled(false);
            getElement()
                    .executeJs("return window.plumblineSignByPasskey($0)", asked)
                    .then(String.class, this::answered, failed -> answered(""));
        });
    }

    private void answered(String sent) {
        if (!isAttached()) {
            // the dialog was closed in the meantime: nothing is done
            return;
        }
        button.setEnabled(true);
        var read = read(sent);
        if (!read.path("signed").isString()) {
            messages.removeAll();
            refuse(read.path("problem").asString("The browser sent nothing that can be read. Try again."));
        } else if (Attempt.showing(messages)
                .run(() -> prove.accept(read.path("signed").asString()))) {
            proven.run();
        } else {
            button.focus();
        }
    }

    private void refuse(String sentence) {
        messages.add(Ui.alert(sentence));
        button.focus();
    }

    private static JsonNode read(String sent) {
        try {
            return JSON.readTree(sent);
        } catch (JacksonException unreadable) {
            return JSON.createObjectNode();
        }
    }

    /** Returns the id of the session to which questions and answers belong. */
    static String sessionId() {
        return VaadinSession.getCurrent().getSession().getId();
    }
}
