package io.plumbline.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The audit trail's settings.
 *
 * @param key 32 bytes or more in hexadecimal, the key of the rows' authentication codes; with H2 it is made at first
 *     start as a file, with MySQL it must be set
 * @param headFile file that notes how far the trail is sealed, away from the database; empty for none
 * @param noteEvery how long after the last time the trail is compared with that file, and the file brought up to date
 * @param sealEvery how long after the last round new rows are sealed
 */
@ConfigurationProperties("plumbline.audit")
record AuditSettings(@Nullable String key, @Nullable String headFile, Duration noteEvery, Duration sealEvery) {}
