package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.shared.Dates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields for a date and an available slot, wherever something is booked. Only available slots are offered, one chip
 * for each; if a slot was just taken, the next one is one click away.
 */
public final class FreeTimeFields extends Composite<Div> {
    private final DatePicker day = Days.field("Day");
    private final RadioButtonGroup<LocalTime> time = new RadioButtonGroup<>("Free time");
    private final Div proposal = new Div();
    private final Function<LocalDate, Offered> offer;
    private @Nullable LocalTime wanted;
    private Consumer<LocalDate> chosenDay = on -> {};

    /**
     * The available slots of a day.
     *
     * @param none what the user can do if there are none
     */
    public record Offered(List<LocalTime> times, String none) {
        /** Returns no slots, because something else has to be chosen first. */
        public static Offered notYet(String first) {
            return new Offered(List.of(), first);
        }

        /** Returns the slots, or a message that the day is full. */
        static Offered of(List<LocalTime> times) {
            return of(times, Optional.empty());
        }

        /** Returns the slots, or a message that the clinic is closed or the day is full. */
        public static Offered of(List<LocalTime> times, Optional<String> closed) {
            return new Offered(times, closed.orElse("No free time on this day: choose another day or practitioner"));
        }
    }

    /**
     * Creates fields for dates from a first day on.
     *
     * @param offer called for each chosen day and by {@link #refresh}
     */
    public FreeTimeFields(LocalDate first, Function<LocalDate, Offered> offer) {
        this.offer = offer;
        day.setMin(first);
        day.addValueChangeListener(e -> {
            refresh();
            if (e.isFromClient() && !day.isInvalid() && e.getValue() != null) {
                chosenDay.accept(e.getValue());
            }
        });
        time.setItemLabelGenerator(Dates::time);
        time.addClassName("time-chips");
        var content = getContent();
        content.addClassName("fields");
        content.add(day, time, proposal);
    }

    /** Sets what follows when the user chooses a day. */
    public void onDay(Consumer<LocalDate> action) {
        chosenDay = action;
    }

    /** Proposes a day and, if given, a time in place of the chosen one; the time stays empty if it is not available. */
    public void propose(LocalDate on, @Nullable LocalTime at) {
        wanted = at;
        if (at != null) {
            time.clear();
        }
        if (on.equals(day.getValue())) {
            refresh();
        } else {
            day.setValue(on);
        }
    }

    /** Reloads the slots after a change of what they depend on; keeps the chosen time if it is still available. */
    public void refresh() {
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

    /** Returns the choice, or empty after showing the messages at the fields. */
    public Optional<LocalDateTime> read(FormErrors wrong) {
        var isWrong = wrong.refuse(day, day.isEmpty(), day.isEmpty() ? "Choose a day" : "Choose a day from today on");
        isWrong |= wrong.refuseEmpty(time, "Choose a free time");
        return isWrong
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(day.getValue()).atTime(time.getValue()));
    }

    /** Says that the slot was just taken, and offers the next available one; null if there is none soon. */
    public void taken(@Nullable String what, @Nullable LocalDateTime next) {
        wanted = null;
        time.clear();
        refresh();
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
        focus();
    }

    /** Returns the values of the fields. */
    public List<Object> choice() {
        return List.of(Optional.ofNullable(day.getValue()), Optional.ofNullable(time.getValue()));
    }

    /** Focuses the time. */
    public void focus() {
        time.getElement().callJsFunction("focus");
    }
}
