package io.plumbline.patients.file;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in a patient's timeline.
 *
 * @param dayOnly whether only the day is known
 * @param zone the time zone of the place
 * @param about the visit that several entries may describe; null if there is none
 * @param by who did it, as colleagues call them; empty if not relevant
 * @param mine whether the current user did it
 * @param address the route of the record; null if there is none
 * @param open whether somebody has yet to finish it or to wait for an answer
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
        @Nullable String address,
        boolean open) {
    /** Creates an entry with a known time. */
    public static TimelineEntry timed(Instant at, ZoneId zone, TimelineKind kind, String what, String detail) {
        return new TimelineEntry(at, false, zone, kind, what, detail, null, "", false, null, false);
    }

    /** Creates an entry for which only the day is known. */
    public static TimelineEntry onDay(LocalDate day, ZoneId zone, TimelineKind kind, String what, String detail) {
        var begins = day.atStartOfDay(zone).toInstant();
        return new TimelineEntry(begins, true, zone, kind, what, detail, null, "", false, null, false);
    }

    /** Returns a copy with who did it. */
    public TimelineEntry by(@Nullable String name, boolean isCurrentUser) {
        var who = name == null ? "" : name;
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, about, who, isCurrentUser, address, open);
    }

    /** Returns a copy with who did it, whom the current user may be. */
    public TimelineEntry by(@Nullable String name, StaffId who) {
        return by(name, who.equals(CurrentUser.current().staff()));
    }

    /** Returns a copy with the route of the record. */
    public TimelineEntry to(String place) {
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, about, by, mine, place, open);
    }

    /** Returns a copy for a visit that another entry may describe too. */
    public TimelineEntry about(@Nullable UUID visit) {
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, visit, by, mine, address, open);
    }

    /** Returns a copy that says whether it is open. */
    public TimelineEntry open(boolean isOpen) {
        return new TimelineEntry(at, dayOnly, zone, kind, what, detail, about, by, mine, address, isOpen);
    }

    /** Returns the local day of the event. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, zone);
    }
}
