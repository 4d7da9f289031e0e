package io.plumbline.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The audit trail's setting.
 *
 * @param key 32 bytes or more in hexadecimal, the key of the rows' authentication codes; with H2 it is made at first
 *     start as a file, with MySQL it must be set
 */
@ConfigurationProperties("plumbline.audit")
record AuditSettings(@Nullable String key) {}
