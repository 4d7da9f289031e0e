package io.plumbline.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that the signature of a session note covers. Its form is frozen under its number: a field is added to
 * {@code SessionDetails}, which omits what is empty; for any other change of the draft, add a new form and keep a copy of
 * this one to read the notes signed in it.
 *
 * @param checks the answers to the signing checks; omitted from the hashed text if empty, so that notes signed before
 *     checks existed keep their hash
 * @param takenOver from whom the visit was taken over; omitted from the hashed text if null, for the same reason
 */
record SignedNote(
        int format,
        UUID id,
        UUID patient,
        UUID clinic,
        UUID author,
        AppointmentType service,
        LocalDate treatedOn,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit,
        NoteDraft says,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckAnswer> checks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TakenOver takenOver) {
    static final int FORMAT = 1;
}
