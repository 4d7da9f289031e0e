package io.plumbline.records.retention;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the records of a jurisdiction are kept, since the last treatment. It is data, because the years differ by
 * jurisdiction.
 *
 * @param jurisdiction such as US-TX
 * @param label of which jurisdiction and profession it is, for people
 * @param years after the last treatment
 * @param minorsUntilAge the age until which the record is kept if that is longer; null if minors have no rule
 */
public record RetentionRule(
        String jurisdiction,
        String label,
        int years,
        @Nullable Integer minorsUntilAge) {
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final int MOST_YEARS = 100;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** @throws IllegalArgumentException if a value is impossible; the message is for who wrote the rule */
    public RetentionRule {
        if (!JURISDICTION.matcher(jurisdiction).matches()) {
            throw new IllegalArgumentException("A jurisdiction looks like US-TX, not " + jurisdiction);
        }
        if (years < 1 || years > MOST_YEARS) {
            throw new IllegalArgumentException("Years must be between 1 and " + MOST_YEARS + ", not " + years);
        }
        if (minorsUntilAge != null && (minorsUntilAge < 1 || minorsUntilAge > MOST_YEARS)) {
            throw new IllegalArgumentException(
                    "The age of minors must be between 1 and " + MOST_YEARS + ", not " + minorsUntilAge);
        }
    }

    /**
     * Returns the last day on which the record must be kept. The age counts for everybody: who was an adult at the last
     * treatment reaches it before the years are over, or keeps the record a little longer.
     *
     * @param birthDate null if it is not known, which is only for a rule without minors
     */
    LocalDate keepUntil(LocalDate lastTreatment, @Nullable LocalDate birthDate) {
        var byYears = after(lastTreatment, years);
        if (minorsUntilAge == null || birthDate == null) {
            return byYears;
        }
        var ofAge = after(birthDate, minorsUntilAge);
        return ofAge.isAfter(byYears) ? ofAge : byYears;
    }

    /** Returns the day some years later; after February 29 March 1, so that no year is a day short. */
    private static LocalDate after(LocalDate day, int years) {
        var later = day.plusYears(years);
        return MonthDay.from(day).equals(LEAP_DAY) && !later.isLeapYear() ? later.plusDays(1) : later;
    }

    /** Returns the rule in words, such as <i>6 years after the last treatment, and at least until the age of 21</i>. */
    public String inWords() {
        return years + (years == 1 ? " year" : " years") + " after the last treatment"
                + (minorsUntilAge == null ? "" : ", and at least until the age of " + minorsUntilAge);
    }
}
