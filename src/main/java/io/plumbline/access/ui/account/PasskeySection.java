package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.factors.FactorField;
import io.plumbline.access.factors.PasskeyRow;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.PasskeySetUp;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The passkeys of the person who is signed in: add one, remove one. */
@JavaScript("context://assets/passkey.js")
class PasskeySection extends Composite<Section> {
    private static final JsonMapper JSON = new JsonMapper();

    private final PasskeyService passkeys;
    private final IdentityService identity;
    private final ZoneId zone;
    private final Runnable changed;
    private final Div messages = new Div();
    private final Div body = Ui.div("stack-2");

    /**
     * @param zone in which times are shown
     * @param changed redraws what depends on the passkeys
     */
    PasskeySection(PasskeyService passkeys, IdentityService identity, ZoneId zone, Runnable changed) {
        this.passkeys = passkeys;
        this.identity = identity;
        this.zone = zone;
        this.changed = changed;
        messages.getElement().setAttribute("tabindex", "-1");
        showList();
    }

    @Override
    protected Section initContent() {
        return Ui.card("Passkeys", Ui.div("panel-part", messages, body));
    }

    private void showList() {
        messages.removeAll();
        body.removeAll();
        body.add(Ui.text(
                "muted",
                "With a passkey you sign in, unlock your screen and confirm that it is you by the fingerprint, face or PIN"
                        + " of your device, without your password or a code."));
        var mine = passkeys.list();
        if (mine.isEmpty()) {
            body.add(Ui.text("", "No passkeys yet. Add one on each device that only you use."));
        } else {
            var items = new UnorderedList();
            items.addClassName("stack-3");
            mine.forEach(one -> items.add(new ListItem(row(one))));
            body.add(items);
        }
        body.add(Ui.div("cluster", new Button("Add a passkey", e -> withProof(this::showForm))));
    }

    private Component row(PasskeyRow one) {
        var remove = new Button("Remove…", e -> remove(one));
        remove.setAriaLabel("Remove the passkey " + one.label());
        var used = one.lastUsedAt() == null ? "not used yet" : "last used " + Dates.dayAndTime(one.lastUsedAt(), zone);
        return Ui.div(
                "stack-1",
                Ui.text("strong", one.label()),
                Ui.text("muted", "Added " + Dates.dayAndTime(one.createdAt(), zone) + ", " + used),
                Ui.div("cluster", remove));
    }

    private void showForm() {
        identity.demandProof();
        var name = new TextField("Name of the passkey");
        name.setMaxLength(PasskeyService.LONGEST_LABEL);
        name.setWidth("min(420px, 100%)");
        name.setHelperText("A name you will recognize, such as Work laptop");
        var create = Ui.primary(new Button("Create the passkey", e -> create(name)));
        create.addClickShortcut(Key.ENTER).listenOn(name);
        show(Ui.div("stack-2", name, Ui.div("cluster", create, new Button("Cancel", e -> showList()))));
        name.focus();
    }

    private void create(TextField name) {
        name.setInvalid(false);
        withProof(() -> Attempt.showing(messages)
                .at(FactorField.PASSKEY_NAME, name)
                .run(() -> {
                    var asked = passkeys.begin(name.getValue());
                    UI.getCurrentOrThrow()
                            .getPage()
                            .executeJs("return window.plumblineMakePasskey($0)", asked.json())
                            .then(String.class, answer -> answered(asked, answer));
                }));
    }

    private void answered(PasskeySetUp asked, String answer) {
        var read = read(answer);
        if (!read.path("made").isString()) {
            messages.removeAll();
            messages.add(Ui.alert(read.path("problem").asString("The browser sent nothing that can be read.")));
            return;
        }
        withProof(
                () -> attempt(() -> added(passkeys.add(asked, read.path("made").asString()))));
    }

    private static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException unreadable) {
            return JSON.createObjectNode();
        }
    }

    private void added(List<String> codes) {
        changed.run();
        if (codes.isEmpty()) {
            redrawn("Passkey added.");
        } else {
            show(new RecoveryCodeList(codes, () -> redrawn("Passkey added.")));
            messages.getElement().callJsFunction("focus");
        }
    }

    private void remove(PasskeyRow one) {
        new ConfirmDialog(
                        "Remove the passkey " + one.label() + "?",
                        "It no longer signs you in. Delete it on the device too.",
                        "Remove",
                        e -> withProof(() -> attempt(() -> {
                            passkeys.remove(one.id());
                            changed.run();
                            redrawn("Passkey removed.");
                        })),
                        "Keep it",
                        e -> {})
                .open();
    }

    private void redrawn(String done) {
        showList();
        // the button that was pressed is gone
        messages.getElement().callJsFunction("focus");
        Toast.done(done);
    }

    private void show(Component part) {
        messages.removeAll();
        body.removeAll();
        body.add(part);
    }

    /** Runs a change; asks for the password or a passkey first if neither was given for a while. */
    private void withProof(Runnable change) {
        try {
            change.run();
        } catch (ProofNeeded needed) {
            ProofDialog.toContinue(identity::prove, change).open();
        }
    }

    private void attempt(Runnable change) {
        Attempt.showing(messages).run(change);
    }
}
