package io.plumbline.audit.checkpoints;

import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.signing.KeyedHash;

/** The mail with a checkpoint: what the trail was, and in plain words what to do with it. No clinical content. */
final class CheckpointMail {
    /** What these mails are about, in the outbox: the trail itself. */
    static final OutgoingMail.About TRAIL =
            new OutgoingMail.About(CurrentUser.SYSTEM.staff().value());

    private static final String TEMPLATE = "audit checkpoint";

    private static final String ACCEPTED = """
            After a restore, or a change that the portal cannot explain, an operator accepted the audit trail again. It \
            may lack heads of earlier mails. Keep those mails too: they say what is missing.

            """;

    // lines of the checkpoint and of the command are never broken: whoever copies them must get them whole
    private static final String BODY = """
            This is a checkpoint of the audit trail of Plumbline. It says how far the trail went at this time, and has \
            no data of patients.

            %s%s
            What to keep

            Keep this mail as it is, where nobody who runs the portal can change or delete it. There is one each day on \
            which the portal runs. If none comes, ask why.

            How to compare

            The number after "head" only grows. If it is smaller than in an earlier mail, rows were removed or an older \
            store was put in place.

            Now and then, and whenever something is in doubt, have this run on the machine of the portal with a mail \
            of your choice (this is the command for this one):

            ./portal audit verify %s

            The answer "Audit trail verified" says that the trail still has every row up to this head, unchanged. Any \
            other answer names the first row that is not as it was. The last line of the checkpoint is its signature by \
            the key of the trail; the command needs only the head.
            """;

    private CheckpointMail() {}

    /**
     * Writes the mail.
     *
     * @param isAccepted whether it is written because the trail was accepted again
     */
    static OutgoingMail of(Checkpoint checkpoint, EmailAddress auditor, boolean isAccepted, KeyedHash key) {
        return new OutgoingMail(
                TRAIL.value(),
                null,
                auditor,
                TEMPLATE,
                "Audit checkpoint " + checkpoint.at() + ", row "
                        + checkpoint.head().seq(),
                BODY.formatted(isAccepted ? ACCEPTED : "", checkpoint.text(key), checkpoint.head()));
    }
}
