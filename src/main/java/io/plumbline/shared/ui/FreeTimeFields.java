package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A day and one of its free times, wherever something is booked. Only free times are offered; where somebody was quicker
 * the next free one is one click away.
 */
public final class FreeTimeFields extends Composite<Div> {
    private final DatePicker day = Days.field("Day");
    private final Select<LocalTime> time = new Select<>();
    private final Div proposal = new Div();
    private final Function<LocalDate, Offered> offer;
    private @Nullable LocalTime wanted;

    /**
     * The free times of a day.
     *
     * @param none what the person can do where there are none
     */
    public record Offered(List<LocalTime> times, String none) {
        /** Something else has to be chosen before there are any. */
        public static Offered notYet(String first) {
            return new Offered(List.of(), first);
        }

        /** These, or the day is full. */
        public static Offered of(List<LocalTime> times) {
            return of(times, Optional.empty());
        }

        /** These, or the place is closed, in words, or the day is full. */
        public static Offered of(List<LocalTime> times, Optional<String> closed) {
            return new Offered(times, closed.orElse("No free time on this day: choose another day or practitioner"));
        }
    }

    /**
     * From a day on.
     *
     * @param offer asked whenever a day is chosen, and by {@link #askAgain}
     */
    public FreeTimeFields(LocalDate first, Function<LocalDate, Offered> offer) {
        this.offer = offer;
        day.setMin(first);
        day.addValueChangeListener(e -> askAgain());
        time.setLabel("Free time");
        time.setItemLabelGenerator(Dates::time);
        time.setPlaceholder("Choose");
        var content = getContent();
        content.addClassName("fields");
        content.add(day, time, proposal);
    }

    /** Proposes a day, and a time where one is meant and free. */
    public void propose(LocalDate on, @Nullable LocalTime at) {
        wanted = at;
        if (on.equals(day.getValue())) {
            askAgain();
        } else {
            day.setValue(on);
        }
    }

    /** What the times hang on is another now. A time that is chosen stays where it is free still. */
    public void askAgain() {
        var offered = day.isEmpty() ? Offered.notYet("Choose the day first") : offer.apply(day.getValue());
        var before = time.getValue() == null ? wanted : time.getValue();
        time.setItems(offered.times());
        time.setInvalid(false);
        if (before != null && offered.times().contains(before)) {
            time.setValue(before);
        }
        time.setHelperText(offered.times().isEmpty() ? offered.none() : "");
        proposal.removeAll();
    }

    /** What is chosen; empty where something is not, which the fields then say. */
    public Optional<LocalDateTime> read() {
        day.setErrorMessage(day.isEmpty() ? "Choose a day" : "Choose a day from today on");
        day.setInvalid(day.isInvalid() || day.isEmpty());
        time.setErrorMessage("Choose a free time");
        time.setInvalid(time.isEmpty());
        return day.isInvalid() || time.isInvalid()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(day.getValue()).atTime(time.getValue()));
    }

    /** Says that somebody was quicker, and offers the next free time; null where none is near. */
    public void taken(@Nullable String what, @Nullable LocalDateTime next) {
        wanted = null;
        time.clear();
        askAgain();
        time.setErrorMessage(what);
        time.setInvalid(true);
        if (next != null) {
            var words = "Take " + Dates.dayAndTime(next.toLocalDate(), next.toLocalTime(), "");
            var take = new Button(words, e -> take(next));
            proposal.add(Ui.div("cluster", take));
            take.focus();
        }
    }

    private void take(LocalDateTime next) {
        time.clear();
        propose(next.toLocalDate(), next.toLocalTime());
        time.focus();
    }

    /** What stands in the fields. */
    public List<Object> choice() {
        return List.of(Optional.ofNullable(day.getValue()), Optional.ofNullable(time.getValue()));
    }

    /** Leads the keyboard to the time. */
    public void focus() {
        time.focus();
    }
}
