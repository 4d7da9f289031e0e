package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Patients and leads who are here or about to arrive, for the front desk. */
@Order(40)
@Component
class Arrivals implements StartPart {
    /** Minutes before an appointment in which the person counts as about to arrive. */
    private static final int SOON = 30;

    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final VisitMarks marks;
    private final Clock clock;

    Arrivals(ScheduleService schedule, AppointmentService appointments, ClinicService clinics, Clock clock) {
        this.schedule = schedule;
        this.clinics = clinics;
        marks = new VisitMarks(appointments);
        this.clock = clock;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.FRONT_DESK)) {
            return List.of();
        }
        var waiting = schedule.today().stream()
                .filter(row -> !row.status().next().isEmpty() && !isPast(row))
                .toList();
        var now = waiting.stream().filter(this::isSoon).toList();
        var later = waiting.stream().filter(row -> !isSoon(row)).toList();
        return List.of(card("Arrivals", now, later.isEmpty() ? "No more arrivals today." : next(later.getFirst())));
    }

    private StartCard card(String title, List<AppointmentRow> rows, String empty) {
        return new StartCard(
                title,
                "",
                rows.size(),
                Tone.INFO,
                Icon.PERSON,
                Routes.SCHEDULE,
                rows.stream().map(this::row).toList(),
                empty);
    }

    private StartCard.Row row(AppointmentRow row) {
        return new StartCard.Row(
                Dates.time(row.at()) + " " + row.personName(),
                row.type().label() + " with " + row.practitionerName() + " · "
                        + row.status().label(),
                marks.ofArrival(
                        new VisitMarks.Visit(row.id(), row.version(), row.on(), row.status(), row.personName()),
                        StartCard.link("Open record", person(row), row.personName())));
    }

    /** Returns the page of the person: that of the lead if the appointment is for a lead. */
    private static String person(AppointmentRow row) {
        var patient = row.patient();
        return patient == null ? Routes.lead(Objects.requireNonNull(row.lead())) : Routes.patient(patient);
    }

    private static String next(AppointmentRow row) {
        return "Nobody within half an hour. Next arrival: " + row.personName() + " at " + Dates.time(row.at()) + ".";
    }

    private boolean isSoon(AppointmentRow row) {
        return !row.on().atTime(row.at()).isAfter(nowAt(row).plusMinutes(SOON));
    }

    /**
     * Returns whether a visit is over without a check-in; patients who are checked in stay listed until they are done.
     */
    private boolean isPast(AppointmentRow row) {
        return row.status().next().contains(AppointmentStatus.NO_SHOW)
                && row.on().atTime(row.at()).plusMinutes(row.minutes()).isBefore(nowAt(row));
    }

    private LocalDateTime nowAt(AppointmentRow row) {
        return LocalDateTime.ofInstant(clock.instant(), clinics.zoneOf(row.clinic()));
    }
}
