package io.plumbline.onlineintake;

import io.plumbline.outbox.MailState;
import io.plumbline.patients.Unproven;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
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
 * @param proof how far it shows who answered it
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
        @Nullable IntakeId note,
        Proof proof) {
    /**
     * How far an online intake shows who answered it.
     *
     * @param link why its link proves nothing; null if it does
     * @param fromClinic whether something was saved or submitted from the clinic
     * @param confirmedAt when somebody confirmed it with the patient; null if nobody has
     * @param confirmedBy the name of who did; empty if nobody has
     * @param mine whether the current user created the link, so that a colleague confirms it
     */
    public record Proof(
            @Nullable Unproven link,
            boolean fromClinic,
            @Nullable Instant confirmedAt,
            String confirmedBy,
            boolean mine) {
        /** Returns all that leaves open who answered, whether or not it is confirmed. */
        public Set<Unproven> doubts() {
            var doubts = EnumSet.noneOf(Unproven.class);
            if (link != null) {
                doubts.add(link);
            }
            if (fromClinic) {
                doubts.add(Unproven.CLINIC);
            }
            return doubts;
        }
    }

    /** Returns what is to be confirmed with the patient: nothing before it is submitted, or once it is confirmed. */
    public Set<Unproven> toConfirm() {
        return submittedAt == null || proof.confirmedAt() != null ? Set.of() : proof.doubts();
    }

    /**
     * What became of the mail.
     *
     * @param reason why it was not sent; empty if there was no problem
     */
    public record Mail(MailState state, String reason) {}
}
