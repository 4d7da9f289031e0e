package io.plumbline.patients;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Implemented by reactions: the open adverse reactions of a patient beside a session note, with the button for another. */
public interface ReactionsBesideNote {
    /**
     * Returns the open reactions with the button to record one; empty for those who may not read them.
     *
     * @param note the note, asked when the button is pressed; empty as long as nothing of it is kept
     * @param visit the visit of the caller; null if the note has none, or it is the visit of a colleague
     */
    Optional<Component> of(PatientDetails opened, Supplier<Optional<NoteId>> note, @Nullable AppointmentId visit);
}
