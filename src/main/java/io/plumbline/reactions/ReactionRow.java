package io.plumbline.reactions;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An adverse reaction, for those who treat the patient.
 *
 * @param version the version to pass with a change
 * @param note the session note in which it was told; null if outside of one. It may be the draft of a colleague
 * @param beganAt null if only the day is known
 * @param suspected null if it is not clear which treatment
 * @param followUp the next follow-up; null if none is due
 * @param errorReason why it was entered in error; null if it was not
 */
public record ReactionRow(
        ReactionId id,
        long version,
        PatientId patient,
        ClinicId clinic,
        @Nullable NoteId note,
        LocalDate beganOn,
        @Nullable LocalTime beganAt,
        String description,
        @Nullable AppointmentType suspected,
        String area,
        ReactionSeverity severity,
        ReactionOutcome outcome,
        @Nullable FollowUp followUp,
        String recordedBy,
        Instant recordedAt,
        @Nullable String errorReason) {
    /**
     * The next follow-up.
     *
     * @param on the day at the clinic
     * @param at the beginning of that day
     * @param staff who follows up
     * @param by the name of who follows up
     */
    public record FollowUp(LocalDate on, Instant at, StaffId staff, String by, String agreed) {
        /** Returns whether its day has come. */
        public boolean isDue(Instant now) {
            return !at.isAfter(now);
        }
    }

    /** Returns whether the reaction is not over, and was not entered in error. */
    public boolean isOpen() {
        return errorReason == null && !outcome.isOver();
    }
}
