package io.plumbline.records.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import io.plumbline.records.RequestClock;
import io.plumbline.shared.Dates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks once whether the day on which a request came is right, if the request is overdue by it already: a year that was
 * typed wrong could be corrected by a false answer to the request alone.
 */
public final class OverdueQuestion {
    private final RequestClock clock;
    private final LocalDate today;
    private final DatePicker receivedOn;
    private @Nullable LocalDate confirmed;

    /** @param receivedOn has a value when {@link #askBefore} is called */
    public OverdueQuestion(RequestClock clock, LocalDate today, DatePicker receivedOn) {
        this.clock = clock;
        this.today = today;
        this.receivedOn = receivedOn;
    }

    /** Registers the request, at once or after the day was confirmed. */
    public void askBefore(Runnable register) {
        var day = receivedOn.getValue();
        if (day.equals(confirmed) || !RequestClock.isOver(clock.due(day), today)) {
            register.run();
            return;
        }
        var ask = new ConfirmDialog();
        ask.setHeader("Is the day right?");
        ask.setText("Received " + Dates.dayAndYear(day) + ": this request is overdue already.");
        ask.setCancelable(true);
        ask.setCancelText("Change the day");
        ask.addCancelListener(e -> receivedOn.focus());
        ask.setConfirmText("Register");
        ask.addConfirmListener(e -> {
            confirmed = day;
            register.run();
        });
        ask.open();
    }
}
