package io.plumbline.clinics;

import io.plumbline.shared.Dates;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data of a clinic that every screen can show.
 *
 * @param country ISO 3166 alpha-2, the region of its telephone numbers and the formats of its dates
 * @param phone where people call the clinic; null if not recorded yet
 * @param emergencyNumber the local emergency number
 * @param combinedCare how adjustments and massages of a plan are paired
 * @param address as it stands on documents; empty if not recorded yet
 */
public record ClinicLabel(
        ClinicId id,
        String code,
        String name,
        ZoneId zone,
        String country,
        @Nullable PhoneNumber phone,
        String emergencyNumber,
        CombinedCare combinedCare,
        String address) {
    /** Returns when something was signed here, with zone and place: <em>Nov 24, 2026, 4:30:05 PM MST at Harbour Street</em>. */
    public String stamp(Instant at) {
        return Dates.stampWithZone(at, zone) + " at " + name;
    }

    /**
     * Returns how a time here is shown to a reader: with the name of the zone where the reader's clock is another.
     *
     * @param reader the zone in which the reader works
     */
    public Function<Instant, String> timesFor(ZoneId reader) {
        return at -> Dates.dayAndTime(at, zone, reader);
    }

    /** Returns the current date at the clinic. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Returns how dates and times are written for people in the clinic's country. */
    public DisplayFormats formats() {
        return DisplayFormats.of(country);
    }
}
