package io.plumbline.today;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Visits of earlier days that nobody closed, for manager and front desk, who close them here. */
@Order(45)
@Component
class VisitsToClose implements StartPart {
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final ClinicService clinics;

    VisitsToClose(ScheduleService schedule, AppointmentService appointments, ClinicService clinics) {
        this.schedule = schedule;
        this.appointments = appointments;
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
        var messages = new Div();
        var actions = Ui.div("cluster");
        actions.add(button("Completed", row, messages, () -> appointments.complete(row.id(), row.version())));
        if (row.status().next().contains(AppointmentStatus.NO_SHOW)) {
            actions.add(button(
                    "No-show",
                    row,
                    messages,
                    () -> appointments.mark(row.id(), row.version(), AppointmentStatus.NO_SHOW)));
        }
        // to cancel the visit with a reason, or to undo a status
        actions.add(StartCard.link("Open", day(row) + "&appointment=" + row.id(), row.personName()));
        return new StartCard.Row(
                row.personName(),
                Dates.dayAndTime(row.on(), row.at(), "") + " " + row.type().label() + " with " + row.practitionerName()
                        + " · " + row.status().label(),
                Ui.div("stack-0", messages, actions));
    }

    private static Button button(String words, AppointmentRow row, Div messages, Runnable change) {
        var button = new Button(words, e -> {
            Attempt.showing(messages)
                    .ifChanged(() -> {
                        UI.getCurrentOrThrow().refreshCurrentRoute(false);
                    })
                    .ifNotAvailable(() -> {
                        UI.getCurrentOrThrow().refreshCurrentRoute(false);
                    })
                    .run(() -> {
                        change.run();
                        UI.getCurrentOrThrow().refreshCurrentRoute(false);
                    });
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words + ": " + row.personName() + ", " + Dates.day(row.on()));
        return button;
    }

    private String day(AppointmentRow row) {
        return Routes.schedule(clinics.label(row.clinic()).code(), row.on());
    }
}
