package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.notes.NoteDraft;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.RequiredFields;
import java.util.Collection;
import java.util.stream.Stream;

/** What follows a session: the movement cue that was taught, home care and the next step. */
class NextFields extends Composite<Div> {
    private final TextArea cue = NoteText.of("Movement cue taught", 300);
    private final TextArea homeCare = NoteText.of("Home care", 1000);
    private final TextArea nextStep = NoteText.of("Next step", 1000);

    NextFields(Runnable changed) {
        Stream.of(cue, homeCare, nextStep).forEach(field -> field.addValueChangeListener(e -> changed.run()));
        getContent().addClassName("next-texts");
        getContent().add(cue, homeCare, nextStep);
    }

    void show(NoteDraft draft) {
        Autosave.show(cue, draft.details().cue());
        Autosave.show(homeCare, draft.details().homeCare());
        Autosave.show(nextStep, draft.nextStep());
    }

    /** Shows which of the fields are as they were carried forward. */
    void showCarried(Collection<String> fields) {
        cue.setClassName("carried", fields.contains("cue"));
        homeCare.setClassName("carried", fields.contains("homeCare"));
        nextStep.setClassName("carried", fields.contains("nextStep"));
    }

    /** Returns the details with the words in the patient's own, and with what is in these fields. */
    SessionDetails into(SessionDetails details, String subjective) {
        return details.withTexts(subjective, cue.getValue(), homeCare.getValue());
    }

    String nextStep() {
        return nextStep.getValue();
    }

    void markWith(RequiredFields marks) {
        marks.of("the next step", nextStep);
    }
}
