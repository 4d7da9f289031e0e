package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the signature of an intake note covers. Its form is frozen with its number: who adds to the draft makes a new
 * form, and reads what was signed in this one by a copy of it.
 *
 * @param checks the answers to the checks; left out of the hashed text where there are none, so that what was signed
 *     before there were checks hashes alike
 */
record SignedIntake(
        int format,
        UUID id,
        UUID patient,
        UUID clinic,
        IntakeDraft says,
        String screeningRules,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckAnswer> checks) {
    static final int FORMAT = 1;
}
