package io.plumbline.patients;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import java.util.Optional;
import java.util.function.Supplier;

/** Implemented by reactions: the open adverse reactions of a patient beside a session note, with the button for another. */
public interface ReactionsBesideNote {
    /**
     * Returns the open reactions with the button to record one; empty for those who may not read them.
     *
     * @param note the note, asked when the button is pressed; empty as long as nothing of it is kept
     * @param clinic the clinic of the note, also as long as nothing of it is kept
     * @param service the code of the clinic service of the note, which is proposed as the treatment suspected
     * @param changed runs once a reaction is recorded, and any red flag for it is raised
     */
    Optional<Component> of(
            PatientDetails opened, Supplier<Optional<NoteId>> note, ClinicId clinic, String service, Runnable changed);
}
