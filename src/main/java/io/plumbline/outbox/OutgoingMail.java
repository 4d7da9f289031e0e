package io.plumbline.outbox;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plain-text mail to be sent.
 *
 * @param about the record that it is about
 * @param clinic the clinic whose staff may see it; null for the group, whose mails only managers see
 * @param template the name of its template, for the audit trail
 * @param subject one line, at most 200 characters
 * @param body at most 4,000 characters
 */
public record OutgoingMail(
        UUID about, @Nullable ClinicId clinic, EmailAddress to, String template, String subject, String body) {
    /** The template of a mail with a one-time link; its text is not kept once it is sent or the link is over. */
    public static final String ONE_TIME_LINK = "one-time link";

    /** The template of a mail with a code that opens something once; its text is not kept either. */
    public static final String ONE_TIME_CODE = "one-time code";

    /** What stands in the store for the text of a mail with a one-time link, once it is sent or the link is over. */
    public static final String NOT_KEPT = "A one-time link; it is not kept.";

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 4000;

    /**
     * @throws Refused if a text is too long, or the subject is not one line
     */
    public OutgoingMail {
        subject = TextLimit.required("The subject", subject, LONGEST_SUBJECT);
        body = TextLimit.required("The text", body, LONGEST_BODY);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            // a line break would start another header
            throw new Refused("The subject must be one line");
        }
    }

    /** The record that a mail is about. */
    public record About(UUID value) {}
}
