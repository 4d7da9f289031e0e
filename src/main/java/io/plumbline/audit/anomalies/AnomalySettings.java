package io.plumbline.audit.anomalies;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the search for anomalies in the audit trail.
 *
 * @param rules rules that apply, separated by commas, of {@code many-charts}, {@code off-hours},
 *     {@code same-family-name}, {@code own-record}, {@code colleague}, {@code former-colleague},
 *     {@code many-break-glass}; empty for none
 * @param chartsInAnHour from how many different patients within an hour on a person has opened many charts
 * @param breakGlassInADay from how many break-glass accesses within 24 hours on a person has had many
 * @param offHoursMargin how long before opening and after closing an access is still usual
 * @param offHoursInRelation whether an access off hours is unusual too if a clinician treats the patient
 * @param searchEvery delay between two rounds of the search
 */
@ConfigurationProperties("plumbline.audit.anomalies")
record AnomalySettings(
        Set<AnomalyRule> rules,
        int chartsInAnHour,
        int breakGlassInADay,
        Duration offHoursMargin,
        boolean offHoursInRelation,
        Duration searchEvery) {
    AnomalySettings {
        if (chartsInAnHour < 2 || breakGlassInADay < 2) {
            throw new IllegalArgumentException("plumbline.audit.anomalies: many are 2 or more");
        }
        if (offHoursMargin.isNegative()) {
            throw new IllegalArgumentException("plumbline.audit.anomalies.off-hours-margin must be a time, such as 1h");
        }
    }
}
