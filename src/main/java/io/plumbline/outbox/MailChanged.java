package io.plumbline.outbox;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.VisibleChange;
import java.util.UUID;

/**
 * A mail was written, sent, marked as failed, or queued again.
 *
 * @param subject the record that the mail is about
 */
public record MailChanged(MailId mail, UUID subject, Kind what, String template) implements Recorded, VisibleChange {
    /** What happened to the mail. */
    enum Kind {
        WRITTEN("mail.written"),
        SENT("mail.sent"),
        FAILED("mail.failed"),
        RETRIED("mail.retried"),
        WITHDRAWN("mail.withdrawn"),
        WITHDRAWAL_UNDONE("mail.withdrawal-undone"),
        LINK_DELETED("mail.link-deleted");

        private final String kind;

        Kind(String kind) {
            this.kind = kind;
        }
    }

    @Override
    public String kind() {
        return what.kind;
    }

    @Override
    public String detail() {
        return "template " + template + ", mail " + mail;
    }
}
