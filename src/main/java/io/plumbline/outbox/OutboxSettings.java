package io.plumbline.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the outbox.
 *
 * @param from sender of all mails, such as `desk@example.org`; required if `spring.mail.host` is set
 * @param sendEvery delay between two rounds of sending due mails
 */
@ConfigurationProperties("plumbline.outbox")
record OutboxSettings(@Nullable String from, Duration sendEvery) {}
