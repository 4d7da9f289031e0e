package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the signature of a session note covers. Its form is frozen with its number: who adds to the draft makes a new
 * form, and reads what was signed in this one by a copy of it.
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
        @Nullable Instant signedAt) {
    static final int FORMAT = 1;
}
