package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;

/** The buttons by which a visit that is over is marked, in a row of the start page. */
final class VisitMarks {
    private final AppointmentService appointments;

    VisitMarks(AppointmentService appointments) {
        this.appointments = appointments;
    }

    /**
     * A visit that has no final status.
     *
     * @param version the version to pass with a change
     */
    record Visit(AppointmentId id, long version, LocalDate on, AppointmentStatus status, String personName) {}

    /**
     * Returns the buttons that complete a visit of an earlier day or mark it as a no-show.
     *
     * @param more further ways to go on
     */
    Component ofEarlierDay(Visit visit, Component... more) {
        var messages = new Div();
        var actions = Ui.div("cluster");
        actions.add(button("Completed", visit, messages, () -> appointments.complete(visit.id(), visit.version())));
        return with(visit, messages, actions, more);
    }

    /**
     * Returns the buttons for the next steps of a visit of today.
     *
     * @param more further ways to go on
     */
    Component ofToday(Visit visit, Component... more) {
        var messages = new Div();
        var actions = Ui.div("cluster");
        mark(AppointmentStatus.ARRIVED, visit, messages, actions);
        mark(AppointmentStatus.COMPLETED, visit, messages, actions);
        return with(visit, messages, actions, more);
    }

    /**
     * Returns the button that checks in a person who is about to arrive.
     *
     * @param more further ways to go on
     */
    Component ofArrival(Visit visit, Component... more) {
        var messages = new Div();
        var actions = Ui.div("cluster");
        var arrived = AppointmentStatus.ARRIVED;
        if (visit.status().next().contains(arrived)) {
            actions.add(
                    button("Check in", visit, messages, () -> appointments.mark(visit.id(), visit.version(), arrived)));
        }
        actions.add(more);
        return Ui.div("stack-0", messages, actions);
    }

    private Component with(Visit visit, Div messages, Div actions, Component... more) {
        mark(AppointmentStatus.NO_SHOW, visit, messages, actions);
        actions.add(more);
        return Ui.div("stack-0", messages, actions);
    }

    private void mark(AppointmentStatus next, Visit visit, Div messages, Div actions) {
        if (visit.status().next().contains(next)) {
            actions.add(
                    button(next.label(), visit, messages, () -> appointments.mark(visit.id(), visit.version(), next)));
        }
    }

    private static Button button(String words, Visit visit, Div messages, Runnable change) {
        var button = new Button(words, e -> {
            Attempt.showing(messages)
                    .ifChanged(StartCard::refresh)
                    .ifNotAvailable(StartCard::refresh)
                    .run(() -> {
                        change.run();
                        StartCard.refresh();
                    });
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words + ": " + visit.personName() + ", " + Dates.day(visit.on()));
        return button;
    }
}
