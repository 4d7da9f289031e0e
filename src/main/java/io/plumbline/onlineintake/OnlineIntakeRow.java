package io.plumbline.onlineintake;

import io.plumbline.outbox.MailState;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An online intake as staff see it: its status, nothing that the patient answered.
 *
 * @param state the status now
 * @param mail the mail with the link; null if it was given as text
 * @param createdBy the name of who sent it
 * @param openedAt when the patient first opened the form; null if never
 * @param submittedAt null if it was not submitted
 * @param withdrawnAt null if it was not withdrawn
 * @param withdrawnWhy why it was withdrawn; empty if it was not
 * @param reviewedAt when a clinician signed the intake note begun with it; null if none has
 * @param note the intake note begun with it; null if none is
 */
public record OnlineIntakeRow(
        OnlineIntakeId id,
        ClinicId clinic,
        OnlineIntakeState state,
        @Nullable Mail mail,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant withdrawnAt,
        String withdrawnWhy,
        @Nullable Instant reviewedAt,
        @Nullable IntakeId note) {
    /**
     * What became of the mail.
     *
     * @param reason why it was not sent; empty if there was no problem
     */
    public record Mail(MailState state, String reason) {}
}
