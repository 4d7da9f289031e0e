package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The form beside the schedule that books or moves an appointment; the day stays in sight and can be clicked. */
abstract sealed class AppointmentForm extends Composite<Section> permits BookingPanel, MovePanel {
    /** Says why it was not booked or moved. */
    final Div messages = new Div();

    final TimeFields times;
    private List<Object> proposed = List.of();
    private Runnable closed = () -> {};

    AppointmentForm(TimeFields times) {
        this.times = times;
    }

    /** Puts the form together: what it is for, its fields, and last the action and the way out. */
    final void setUp(String title, Button action, Component... body) {
        var heading = new H2(title);
        heading.addClassNames("heading", "grow");
        var close = Ui.iconButton("Close", Icon.CROSS);
        close.addClickListener(e -> close());
        action.addThemeVariants(ButtonVariant.PRIMARY);
        var panel = getContent();
        panel.addClassName("panel");
        panel.setAriaLabel(title);
        panel.add(Ui.div("panel-head", heading, close));
        panel.add(body);
        panel.add(Ui.div("cluster", action, new Button("Cancel", e -> close())));
    }

    /** Closes the form, after asking if that would lose input. */
    final void close() {
        Leaving.ask(this::isTyped, closed);
    }

    /** Sets the action to run when the user closes the form without booking or moving. */
    final void onClose(Runnable action) {
        closed = action;
    }

    /** Returns what is chosen now. */
    abstract List<Object> choice();

    /** Proposes a practitioner and a time, as far as they are possible. */
    abstract void proposeTime(@Nullable StaffId practitioner, LocalDate on, @Nullable LocalTime at);

    /** What is chosen now is only a proposal: closing the form loses nothing. */
    final void keepAsProposed() {
        proposed = choice();
    }

    /** Returns whether closing the form would lose input. */
    final boolean isTyped() {
        return !choice().equals(proposed);
    }

    /** Sets the practitioner and the time that the user clicked in the day; the time stays empty if it is not free. */
    final void propose(StaffId practitioner, LocalDate on, @Nullable LocalTime at) {
        var untouched = !isTyped();
        proposeTime(practitioner, on, at);
        if (untouched) {
            keepAsProposed();
        }
        focus();
    }

    /** Follows the schedule to another day, so that what is in sight is what is booked. */
    final void turnTo(LocalDate on) {
        times.turnTo(on);
    }

    /** Sets what follows when the user chooses another day in the form. */
    final void onDay(Consumer<LocalDate> action) {
        times.onDay(action);
    }

    /** Moves the keyboard focus to what has to be chosen next. */
    abstract void focus();
}
