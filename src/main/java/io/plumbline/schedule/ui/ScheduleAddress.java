package io.plumbline.schedule.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.ui.Places;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the schedule says: whoever opens it sees the same.
 *
 * @param clinic the clinic's code; null for the first of one's own
 * @param day null for today
 * @param appointment the one that is open; null where none is
 * @param patient who is to be booked; null where nobody is
 */
record ScheduleAddress(
        @Nullable String clinic,
        @Nullable LocalDate day,
        boolean week,
        @Nullable UUID appointment,
        @Nullable PatientId patient) {
    private static final String WEEK = "week";

    /** Until here each day has a next one, in every zone and in the store. */
    private static final int LAST_YEAR = 9_000;

    static ScheduleAddress of(QueryParameters asked) {
        return new ScheduleAddress(
                asked.getSingleParameter("clinic").orElse(null),
                asked.getSingleParameter("day").flatMap(ScheduleAddress::day).orElse(null),
                asked.getSingleParameter("view").filter(WEEK::equals).isPresent(),
                asked.getSingleParameter("appointment")
                        .flatMap(id -> Ids.inAddress(id, UUID::fromString))
                        .orElse(null),
                asked.getSingleParameter(Places.PATIENT)
                        .flatMap(id -> Ids.inAddress(id, PatientId::parse))
                        .orElse(null));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    // who goes elsewhere, or closes what was open, books nobody any more

    ScheduleAddress at(String code) {
        return new ScheduleAddress(code, day, week, null, null);
    }

    ScheduleAddress on(@Nullable LocalDate other) {
        return new ScheduleAddress(clinic, other, week, null, null);
    }

    ScheduleAddress byWeek(boolean byWeek) {
        return new ScheduleAddress(clinic, day, byWeek, null, null);
    }

    ScheduleAddress opening(@Nullable UUID chosen) {
        return new ScheduleAddress(clinic, day, week, chosen, null);
    }

    /** The first day that is shown, for a day that is meant. */
    LocalDate first(LocalDate meant) {
        return week ? meant.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : meant;
    }

    LocalDate last(LocalDate meant) {
        return week ? first(meant).plusDays(6) : meant;
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "clinic", clinic);
        put(said, "day", day);
        put(said, "view", week ? WEEK : null);
        put(said, "appointment", appointment);
        put(said, Places.PATIENT, patient);
        return QueryParameters.simple(said);
    }

    private static void put(Map<String, String> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value.toString());
        }
    }

    String link() {
        return new Location(Places.SCHEDULE, parameters()).getPathWithQueryParameters();
    }
}
