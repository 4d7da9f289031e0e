package io.plumbline.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a patient.
 *
 * @param dayOnly whether only the day is known
 * @param zone where it happened
 * @param about what two entries that tell of the same visit have in common; null where there is no such thing
 * @param by who did it, as colleagues call them; empty where that says nothing
 * @param mine whether the caller did it
 * @param address where it can be read; null where nowhere
 */
public record TimelineEntry(
        Instant at,
        boolean dayOnly,
        ZoneId zone,
        TimelineKind kind,
        String what,
        String detail,
        @Nullable UUID about,
        String by,
        boolean mine,
        @Nullable String address) {
    /** Something of which the time is known. */
    public static TimelineEntry timed(Instant at, ZoneId zone, TimelineKind kind, String what, String detail) {
        return new TimelineEntry(at, false, zone, kind, what, detail, null, "", false, null);
    }

    /** Something of which only the day is known. */
    public static TimelineEntry onDay(LocalDate day, ZoneId zone, TimelineKind kind, String what, String detail) {
        var begins = day.atStartOfDay(zone).toInstant();
        return new TimelineEntry(begins, true, zone, kind, what, detail, null, "", false, null);
    }

    /** The same, done by somebody. */
    public TimelineEntry by(@Nullable String name, boolean isCaller) {
        var who = name == null ? "" : name;
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, about, who, isCaller, address);
    }

    /** The same, to be read somewhere. */
    public TimelineEntry to(String place) {
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, about, by, mine, place);
    }

    /** The same, told of a visit that another entry may tell of too. */
    public TimelineEntry about(@Nullable UUID visit) {
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, visit, by, mine, address);
    }

    /** The day on which it happened, where it happened. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, zone);
    }
}
