package io.plumbline.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the signature of a session note covers. Its form is frozen with its number: who adds to the draft makes a new
 * form, and reads what was signed in this one by a copy of it.
 *
 * @param checks the answers to the checks; left out of the hashed text where there are none, so that what was signed
 *     before there were checks hashes alike
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckAnswer> checks) {
    static final int FORMAT = 1;
}
