package io.plumbline.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its readers see it.
 *
 * @param writtenBy the name of the author
 * @param sentAt when the mail server accepted it; null until then
 * @param reason why it was not sent; empty if there was no problem
 */
public record MailDetails(
        MailId id,
        String to,
        String subject,
        String body,
        MailState state,
        Instant writtenAt,
        String writtenBy,
        @Nullable Instant sentAt,
        String reason) {}
