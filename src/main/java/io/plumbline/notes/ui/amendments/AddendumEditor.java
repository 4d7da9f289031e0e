package io.plumbline.notes.ui.amendments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.amendments.Addendum;
import io.plumbline.notes.amendments.NoteAmendmentService;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.ZoneId;

/** Editor of an addendum for its author: autosaves every change and signs it. */
final class AddendumEditor extends Composite<Div> implements Autosave.Store<Addendum> {
    private static final int MOST = 2000;

    private final NoteAmendmentService amendments;
    private final IdentityService identity;
    private final NoteId note;
    private final Runnable changed;
    private final TextArea text = new TextArea("Addendum");
    private final Autosave<Addendum> autosave;
    private final Div messages = new Div();

    /** @param changed runs after the addendum was signed or discarded */
    AddendumEditor(
            NoteAmendmentService amendments,
            IdentityService identity,
            NoteId note,
            Clock clock,
            ZoneId zone,
            Runnable changed) {
        this.amendments = amendments;
        this.identity = identity;
        this.note = note;
        this.changed = changed;
        text.setMaxLength(MOST);
        text.setMinRows(3);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setHelperText("What you add or correct. The note itself stays as it was signed.");
        var kept = latest();
        text.setValue(kept.draft().text());
        autosave = new Autosave<>(
                this,
                kept,
                () -> new Addendum(text.getValue()),
                draft -> Autosave.show(text, draft.text()),
                clock,
                zone);
        text.addValueChangeListener(e -> autosave.save());
        var card = Ui.card(
                "New addendum",
                messages,
                autosave.messages(),
                text,
                Ui.div(
                        "cluster",
                        Ui.once("Sign addendum", this::sign),
                        new Button("Discard addendum", e -> discard()),
                        autosave));
        getContent().add(card);
    }

    void focus() {
        text.focus();
    }

    @Override
    public long save(long version, Addendum draft) {
        return amendments.saveDraft(note, version, draft);
    }

    @Override
    public Autosave.Kept<Addendum> latest() {
        var draft = amendments.draftOf(note);
        return new Autosave.Kept<>(draft.version(), draft.addendum(), "You, in another window,");
    }

    @Override
    public String words(String field, Addendum draft) {
        return "addendum: " + draft.text();
    }

    private void sign() {
        if (text.getValue().isBlank()) {
            text.setErrorMessage("Enter the addendum");
            text.setInvalid(true);
            text.focus();
            return;
        }
        if (!autosave.save()) {
            return;
        }
        try {
            attempt("sign", () -> amendments.sign(note, autosave.version()));
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, this::sign).open();
        }
    }

    private void discard() {
        if (text.getValue().isBlank()) {
            discardNow();
        } else {
            new ConfirmDialog(
                            "Discard this addendum?",
                            "What you typed is not signed and will be gone.",
                            "Discard",
                            e -> discardNow(),
                            "Keep",
                            e -> {})
                    .open();
        }
    }

    private void discardNow() {
        if (autosave.version() < 0) {
            changed.run();
            return;
        }
        attempt("discard", () -> amendments.discard(note, autosave.version()));
    }

    private void attempt(String verb, Runnable action) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    autosave.refresh();
                    messages.add(Ui.alert(
                            "This addendum was just changed in another window. Review it before you " + verb + " it."));
                })
                .run(() -> {
                    action.run();
                    changed.run();
                });
    }
}
