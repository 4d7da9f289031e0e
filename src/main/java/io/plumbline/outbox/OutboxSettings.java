package io.plumbline.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The outbox's settings.
 *
 * @param from sender of all mails, such as `desk@example.org`; must be set where `spring.mail.host` is
 * @param sendEvery how long after the last round mails that are due are sent
 */
@ConfigurationProperties("plumbline.outbox")
record OutboxSettings(@Nullable String from, Duration sendEvery) {}
