package io.plumbline.notes.ui.worklist;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.ui.NoteWords;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** An unsigned note with its content, to be chosen for the signature if nothing is missing. */
class ReadyNote extends Composite<Div> {
    private final NoteService notes;
    private final NoteDetails note;
    private final Checkbox choice = new Checkbox();
    private final Div message = new Div();
    private boolean isSigned;

    /** @param changed called when the choice changes */
    ReadyNote(NoteService notes, NoteDetails note, NoteWords words, Runnable changed) {
        this.notes = notes;
        this.note = note;
        var name = note.patientName() + ", " + note.service().label() + ", " + Dates.dayAndYear(note.treatedOn());
        var heading = new H2(name);
        heading.addClassName("heading");
        var open = new Anchor(Routes.note(note.id()), "Open the note");
        open.getElement().setAttribute("aria-label", "Open the note: " + name);
        choice.setLabel("Ready to sign");
        choice.setAriaLabel("Ready to sign: " + name);
        choice.addValueChangeListener(e -> changed.run());
        var missing = note.draft().missingToSign(note.service(), note.clinicalHold());
        choice.setVisible(missing.isEmpty());
        if (!missing.isEmpty()) {
            message.add(Ui.alert(new NotReadyToSign(missing).sentence()));
        }
        var card = getContent();
        card.addClassName("card");
        card.add(Ui.div("cluster", heading, open), message, words.all(note.draft(), List.of()), choice);
    }

    boolean isChosen() {
        return !isSigned && choice.getValue();
    }

    boolean isSigned() {
        return isSigned;
    }

    /** Signs the note; if it is refused, says why in its place. */
    void sign() {
        message.removeAll();
        isSigned = Attempt.telling(sentence -> message.add(Ui.alert(sentence)))
                .on(
                        ChecksToAnswer.class,
                        contradicting -> message.add(Ui.alert(
                                "This note contradicts itself or the record. Open it and answer before you sign.")))
                .ifChanged("This note was changed in another window. Reload the page and read it again.")
                .ifNotAvailable(
                        () -> message.add(Ui.alert("This note is no longer available to you. Reload the page.")))
                .run(() -> notes.sign(note.id(), note.version()));
        choice.setValue(false);
        if (isSigned) {
            choice.setVisible(false);
            message.add(StatusBadge.ok("Signed"));
        }
    }
}
