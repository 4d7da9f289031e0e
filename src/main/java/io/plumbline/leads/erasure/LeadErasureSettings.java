package io.plumbline.leads.erasure;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the erasure of leads.
 *
 * @param unconvertedMonths months after which the person of a lead that became no patient is erased, since somebody last
 *     touched it and nothing is due anymore
 * @param spamMonths months after which spam is erased
 * @param requestMonths months after which a request of the public form is erased as it came; its lead keeps what it says
 */
@ConfigurationProperties("plumbline.lead-erasure")
record LeadErasureSettings(
        @DefaultValue("12") int unconvertedMonths,
        @DefaultValue("1") int spamMonths,
        @DefaultValue("1") int requestMonths) {
    private static final int MOST_MONTHS = 120;

    LeadErasureSettings {
        require("unconverted-months", unconvertedMonths);
        require("spam-months", spamMonths);
        require("request-months", requestMonths);
    }

    private static void require(String setting, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "plumbline.lead-erasure." + setting + " must be a number of months between 1 and " + MOST_MONTHS);
        }
    }

    /** Returns the instant that many calendar months ago. */
    static Instant monthsBefore(Instant now, int months) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
    }
}
