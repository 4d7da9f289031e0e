package io.plumbline.patients.file;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import java.util.Optional;

/**
 * Implemented by the requests for records: what the patient asked to amend of one note, which the note's own screen says
 * (45 CFR 164.526).
 */
public interface AmendmentsAsked {
    /** Returns what was asked about a session note of a patient whose chart the current user has open; empty if nothing was. */
    Optional<Component> of(NoteId note, PatientDetails opened);

    /** Returns what was asked about an intake note of a patient whose chart the current user has open; empty if nothing was. */
    Optional<Component> of(IntakeId note, PatientDetails opened);
}
