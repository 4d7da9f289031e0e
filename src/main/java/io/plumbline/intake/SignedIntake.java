package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that the signature of an intake note covers. Its form is frozen under its number: a field is added to
 * {@link IntakeMore}, which omits what is empty; for any other change of the draft, add a new form and keep a copy of
 * this one to read the notes signed in it.
 *
 * @param checks the answers to the signing checks; omitted from the hashed text if empty, so that notes signed before
 *     checks existed keep their hash
 * @param amendment what makes it a later version; omitted from the hashed text for the first, which keeps its hash
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CheckAnswer> checks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IntakeAmendment amendment) {
    static final int FORMAT = 1;
}
