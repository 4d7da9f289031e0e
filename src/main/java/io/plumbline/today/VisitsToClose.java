package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Visits of earlier days that nobody closed, for manager and front desk, who close them here. */
@Order(45)
@Component
class VisitsToClose implements StartPart {
    private final ScheduleService schedule;
    private final VisitMarks marks;
    private final ClinicService clinics;

    VisitsToClose(ScheduleService schedule, AppointmentService appointments, ClinicService clinics) {
        this.schedule = schedule;
        marks = new VisitMarks(appointments);
        this.clinics = clinics;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.seesByClinic()) {
            return List.of();
        }
        var rows = schedule.toClose(StartCard.ROWS);
        return List.of(new StartCard(
                "Past visits to close",
                "past visit",
                rows.size() < StartCard.ROWS ? rows.size() : schedule.countToClose(),
                Tone.WARN,
                Icon.CALENDAR,
                rows.isEmpty() ? Routes.SCHEDULE : day(rows.getFirst()),
                rows.stream().map(this::row).toList(),
                "All past visits are closed."));
    }

    private StartCard.Row row(AppointmentRow row) {
        return new StartCard.Row(
                row.personName(),
                Dates.dayAndTime(row.on(), row.at(), "") + " " + row.type().label() + " with " + row.practitionerName()
                        + " · " + row.status().label(),
                marks.ofEarlierDay(
                        new VisitMarks.Visit(row.id(), row.version(), row.on(), row.status(), row.personName()),
                        // to cancel the visit with a reason, or to undo a status
                        StartCard.link("Show in schedule", day(row) + "&appointment=" + row.id(), row.personName())));
    }

    private String day(AppointmentRow row) {
        return Routes.schedule(clinics.label(row.clinic()).code(), row.on());
    }
}
