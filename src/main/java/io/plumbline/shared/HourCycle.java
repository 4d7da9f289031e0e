package io.plumbline.shared;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;

/** How the hours of a day are counted, in what is shown and in what is typed. */
public enum HourCycle {
    /** 5:30 PM. */
    TWELVE,
    /** 17:30. */
    TWENTY_FOUR;

    /**
     * Returns the hour cycle of a country, from the Unicode CLDR.
     *
     * @param country ISO 3166 alpha-2, or {@link PhoneNumber#NO_REGION}
     */
    static HourCycle of(String country) {
        if (country.equals(PhoneNumber.NO_REGION)) {
            return TWENTY_FOUR;
        }
        var time = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                null, FormatStyle.SHORT, IsoChronology.INSTANCE, DisplayFormats.localeOf(country));
        return time.contains("H") ? TWENTY_FOUR : TWELVE;
    }
}
