package io.plumbline.notes.privacy;

import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.NoteStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;

/**
 * What everybody in relation to the patient sees of a signed session note that is restricted to others: that the visit
 * took place, and the facts of safety.
 *
 * @param author the name of the author
 * @param contraindications what the author found against an adjustment; empty if nothing
 * @param finding the code of the rule of a new finding; empty if there is none
 * @param statement the statement to a new finding, or to a treatment during a clinical hold; empty if there is neither
 */
public record RestrictedNote(
        NoteId id,
        PatientId patient,
        AppointmentType service,
        LocalDate treatedOn,
        NoteStatus status,
        String author,
        NotePrivacy privacy,
        String contraindications,
        String finding,
        String statement) {}
