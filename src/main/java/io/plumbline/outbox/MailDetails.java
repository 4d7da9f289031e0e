package io.plumbline.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as those who may see it see it.
 *
 * @param writtenBy the name of who wrote it
 * @param sentAt when the mail server took it; null until then
 * @param reason why it was not sent, in words; empty where nothing is wrong
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
