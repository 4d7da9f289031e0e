package io.plumbline.referrals;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral with its history.
 *
 * @param version the version to pass with a change
 * @param source from what it follows; null if from none
 * @param to to whom, as the contact was called that day
 * @param contact null: an emergency department without a contact
 * @param isOverdue whether its due day at the clinic is over and nobody recorded an answer
 * @param answer null while there is none
 * @param answeredBy who received the answer; empty while there is none
 * @param closeReason null unless it was closed
 * @param history oldest first
 */
public record ReferralDetails(
        ReferralId id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        @Nullable ReferralSource source,
        String to,
        @Nullable ContactId contact,
        String reason,
        ReferralPriority priority,
        ReferralStatus status,
        LocalDate askedOn,
        StaffId asker,
        String askedBy,
        LocalDate dueOn,
        boolean isOverdue,
        @Nullable ReferralAnswer answer,
        String answeredBy,
        @Nullable CloseReason closeReason,
        List<Step> history) {
    /**
     * What happened to it.
     *
     * @param words the reason, the answer or the note, as it was then; may be empty
     * @param why the reason of a correction or of another due day; may be empty
     */
    public record Step(
            ReferralStepKind kind,
            Instant at,
            String by,
            String words,
            String why,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate documentOn,
            @Nullable CloseReason closeReason) {}
}
