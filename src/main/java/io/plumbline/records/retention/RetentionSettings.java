package io.plumbline.records.retention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the retention of records.
 *
 * @param jurisdictions the jurisdiction of each clinic by its code, such as west=US-TX, separated by commas; a clinic
 *     that is not named has no rule, and its records are kept; one that does not exist stops the start
 * @param rules where the retention rules are, such as file:/etc/plumbline/rules.csv; CSV as retention/rules.csv of the
 *     portal, which has that of Texas for chiropractic
 */
@ConfigurationProperties("plumbline.retention")
record RetentionSettings(
        @DefaultValue List<String> jurisdictions,
        @DefaultValue("classpath:retention/rules.csv") Resource rules) {

    /** Returns the jurisdiction of each clinic that has one, by the code of the clinic. */
    Map<String, String> byClinic() {
        var all = new HashMap<String, String>();
        for (var entry : jurisdictions) {
            var parts = entry.split("=", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException(
                        "plumbline.retention.jurisdictions must be such as west=US-TX, not " + entry);
            }
            if (all.put(parts[0].strip(), parts[1].strip()) != null) {
                throw new IllegalArgumentException(
                        "plumbline.retention.jurisdictions names the clinic " + parts[0].strip() + " twice");
            }
        }
        return all;
    }
}
