package io.plumbline.shared;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;

/** The order of day, month and year, in what is shown and in what is typed. */
public enum DateOrder {
    /** Nov 24, 2026; typed as 11/24/2026. */
    MONTH_FIRST,
    /** 24 Nov 2026; typed as 24/11/2026. */
    DAY_FIRST,
    /** 2026-11-24, as in ISO 8601. */
    YEAR_FIRST,
    /** Clinics in several countries: shown with the day first; a numeric date must have only one meaning. */
    UNKNOWN;

    /**
     * Returns the order of a country, from the Unicode CLDR.
     *
     * @param country ISO 3166 alpha-2, or {@link PhoneNumber#NO_REGION}
     */
    static DateOrder of(String country) {
        if (country.equals(PhoneNumber.NO_REGION)) {
            return UNKNOWN;
        }
        var date = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, DisplayFormats.localeOf(country));
        return switch (date.chars().filter(Character::isLetter).findFirst().orElse('d')) {
            case 'M', 'L' -> MONTH_FIRST;
            case 'y', 'u' -> YEAR_FIRST;
            default -> DAY_FIRST;
        };
    }
}
