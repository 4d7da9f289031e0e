package io.plumbline.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit trail.
 *
 * @param key key of the rows' authentication codes, 32 bytes or more in hexadecimal; generated as a file at first
 *     startup with H2, required with MySQL
 * @param headFile file outside the database for the noted head; empty for none
 * @param noteEvery delay between two comparisons of the trail with that file, each of which also updates the file, and
 *     between two looks whether a checkpoint is to be mailed
 * @param chainEvery delay between two rounds of chaining new rows
 */
@ConfigurationProperties("plumbline.audit")
record AuditSettings(@Nullable String key, @Nullable String headFile, Duration noteEvery, Duration chainEvery) {}
