package io.plumbline.schedule.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Ui;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The URL parameters of the schedule: the same URL always shows the same schedule.
 *
 * @param clinic the clinic's code; null for the first of the current user's
 * @param day null for today
 * @param appointment the open appointment; null if there is none
 * @param toBook what to book; null if nothing
 */
record ScheduleAddress(
        @Nullable String clinic,
        @Nullable LocalDate day,
        boolean week,
        @Nullable AppointmentId appointment,
        @Nullable ToBook toBook) {
    /**
     * What to book.
     *
     * @param type the service; null if the user chooses
     * @param with the practitioner; null if the user chooses
     * @param order the checkout order that this fulfills; null if there is none
     */
    record ToBook(
            PatientId patient,
            @Nullable AppointmentType type,
            @Nullable StaffId with,
            @Nullable OrderId order) {
        private static Optional<ToBook> of(QueryParameters asked) {
            return asked.getSingleParameter(Routes.PATIENT)
                    .flatMap(id -> Ids.inAddress(id, PatientId::new))
                    .map(patient -> new ToBook(
                            patient,
                            asked.getSingleParameter(Routes.SERVICE)
                                    .flatMap(AppointmentType::of)
                                    .orElse(null),
                            asked.getSingleParameter(Routes.WITH)
                                    .flatMap(id -> Ids.inAddress(id, StaffId::new))
                                    .orElse(null),
                            asked.getSingleParameter(Routes.ORDER)
                                    .flatMap(id -> Ids.inAddress(id, OrderId::new))
                                    .orElse(null)));
        }
    }

    private static final String WEEK = "week";

    /** The last year in which each day has a next one, in every time zone and in the database. */
    private static final int LAST_YEAR = 9_000;

    static ScheduleAddress of(QueryParameters asked) {
        return new ScheduleAddress(
                asked.getSingleParameter("clinic").orElse(null),
                asked.getSingleParameter("day").flatMap(ScheduleAddress::day).orElse(null),
                asked.getSingleParameter("view").filter(WEEK::equals).isPresent(),
                asked.getSingleParameter("appointment")
                        .flatMap(id -> Ids.inAddress(id, AppointmentId::new))
                        .orElse(null),
                ToBook.of(asked).orElse(null));
    }

    /** Returns the patient to book; null if there is none. */
    @Nullable
    PatientId patient() {
        return toBook == null ? null : toBook.patient();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    // another clinic, and opening or closing an appointment, end the booking of a patient; another day does not

    ScheduleAddress at(String code) {
        return new ScheduleAddress(code, day, week, null, null);
    }

    ScheduleAddress on(@Nullable LocalDate other) {
        return new ScheduleAddress(clinic, other, week, null, toBook);
    }

    ScheduleAddress byWeek(boolean byWeek) {
        return new ScheduleAddress(clinic, day, byWeek, null, toBook);
    }

    ScheduleAddress opening(@Nullable AppointmentId chosen) {
        return new ScheduleAddress(clinic, day, week, chosen, null);
    }

    /** Returns whether a form beside the schedule stays open on the way from here to another address. */
    boolean keepsForm(ScheduleAddress going) {
        var staysAtClinic = Objects.equals(clinic, going.clinic) && Objects.equals(toBook, going.toBook);
        return staysAtClinic && (going.appointment == null || going.appointment.equals(appointment));
    }

    /** Returns the first day to show for a chosen day; a week begins on the reader's first day. */
    LocalDate first(LocalDate meant) {
        return week ? DisplayFormats.current().firstOfWeek(meant) : meant;
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
        if (toBook != null) {
            put(said, Routes.PATIENT, toBook.patient());
            put(
                    said,
                    Routes.SERVICE,
                    toBook.type() == null ? null : toBook.type().code());
            put(said, Routes.WITH, toBook.with());
            put(said, Routes.ORDER, toBook.order());
        }
        return QueryParameters.simple(said);
    }

    private static void put(Map<String, String> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value.toString());
        }
    }

    /** Navigates there. */
    void go() {
        Ui.navigate(Routes.SCHEDULE, parameters());
    }

    String link() {
        return new Location(Routes.SCHEDULE, parameters()).getPathWithQueryParameters();
    }
}
