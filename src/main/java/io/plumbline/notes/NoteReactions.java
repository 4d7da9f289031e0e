package io.plumbline.notes;

import io.plumbline.patients.PatientDetails;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Implemented by the module of adverse reactions: those that the signature of a session note asks about, and those that it
 * records. Whoever calls it has checked that the current user treats the patient.
 */
public interface NoteReactions {
    /**
     * An adverse reaction that is not over.
     *
     * @param area what was treated, as typed; may be empty
     */
    record OpenReaction(String description, LocalDate beganOn, String area) {}

    /**
     * A reaction as the author of a note tells it with the signature.
     *
     * @param area what was treated; may be empty
     * @param severity one of {@link #severities}
     * @param description what happened
     */
    record Told(
            NoteId note,
            PatientDetails patient,
            ClinicId clinic,
            @Nullable AppointmentId visit,
            LocalDate on,
            AppointmentType service,
            String area,
            String severity,
            String description) {}

    /** Returns the severities to choose from, mildest first. */
    List<String> severities();

    /** Returns whether a reaction was recorded from a note, and not in error. */
    boolean isRecorded(NoteId note);

    /** Returns the open reactions of the records of a patient, the latest first. */
    List<OpenReaction> findOpen(Collection<PatientId> records);

    /** Records a reaction whose outcome is not known yet; a chiropractor of the patient follows it up from today on. */
    void record(Told told);
}
