package io.plumbline.schedule.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;
import java.util.function.Consumer;

/** The block of an appointment: the color of its discipline, an icon and its status in words. */
final class Block {
    /** The shortest duration with room for a second line. */
    private static final int TWO_LINES = 25;

    private Block() {}

    /**
     * Returns a block for the day view, as high as its duration.
     *
     * @param late how late the person is; empty if they are not
     * @param orders how many open checkout orders the patient has
     */
    static NativeButton ofDay(AppointmentRow row, String late, int orders, Consumer<AppointmentRow> open) {
        var what = Ui.clipped(
                "tiny grow",
                Dates.times(row.at(), row.until()) + " " + row.type().label());
        if (row.minutes() < TWO_LINES) {
            // the name needs the whole line; the position already shows time and duration
            var said = Ui.text(
                    "unseen",
                    Dates.times(row.at(), row.until()) + " " + row.type().label() + ", "
                            + row.status().label().toLowerCase(Locale.ROOT));
            return button(
                    row,
                    open,
                    "block is-short",
                    Ui.clipped("strong grow", row.personName()),
                    orders(orders, false),
                    said,
                    row.mustWait()
                            ? held("")
                            : late.isEmpty()
                                    ? Ui.span("state", icon(row.status()).create())
                                    : late(late));
        }
        return button(
                row,
                open,
                "block",
                Ui.span(
                        "line",
                        Ui.clipped("strong grow", row.personName()),
                        row.mustWait() ? held("hold") : late.isEmpty() ? state(row.status()) : late(late)),
                orders == 0 ? what : Ui.span("line", what, orders(orders, true)));
    }

    /** Returns the mark of open checkout orders; nothing without one. */
    private static Span orders(int count, boolean isInWords) {
        if (count == 0) {
            return Ui.text("", "");
        }
        var words = count + (count == 1 ? " order" : " orders");
        return Ui.span(
                "state is-ordered",
                Icon.BELL.create(),
                isInWords ? Ui.text("", words) : Ui.text("unseen", words + " for the desk"));
    }

    /**
     * Returns a block for the week view, with a single line.
     *
     * @param late how late the person is; empty if they are not
     */
    static NativeButton ofWeek(AppointmentRow row, String late, Consumer<AppointmentRow> open) {
        var said = Ui.text(
                "unseen", row.type().label() + ", " + row.status().label().toLowerCase(Locale.ROOT));
        var button = button(
                row,
                open,
                "appt",
                Ui.text("num", Dates.shortTime(row.at())),
                Ui.clipped("grow", row.personName()),
                said);
        if (row.mustWait()) {
            button.add(held(""));
        } else if (!late.isEmpty()) {
            button.add(late(late));
        } else if (row.status() != AppointmentStatus.BOOKED) {
            button.add(Ui.span("appt-mark", icon(row.status()).create()));
        }
        return button;
    }

    private static NativeButton button(
            AppointmentRow row, Consumer<AppointmentRow> open, String shape, Span... content) {
        var button = new NativeButton("", e -> open.accept(row));
        button.addClassNames(shape.split(" "));
        button.addClassNames(hue(row.type()), "st-" + row.status().name().toLowerCase(Locale.ROOT));
        button.add(content);
        button.getElement().setAttribute("data-appointment", row.id().toString());
        return button;
    }

    /** Returns the mark of an appointment whose treatment a clinical hold forbids. */
    private static Span held(String word) {
        var mark = Ui.span("state is-held", Icon.CLINICAL.create());
        mark.add(word.isEmpty() ? Ui.text("unseen", "clinical hold") : Ui.text("", word));
        return mark;
    }

    private static Span late(String words) {
        return Ui.span("state is-late", Icon.CLOCK.create(), Ui.text("", words));
    }

    private static Span state(AppointmentStatus status) {
        return Ui.span(
                "state", icon(status).create(), Ui.text("", status.label().toLowerCase(Locale.ROOT)));
    }

    static Icon icon(AppointmentStatus status) {
        return switch (status) {
            case BOOKED -> Icon.CALENDAR;
            case CONFIRMED -> Icon.DONE;
            case ARRIVED -> Icon.PERSON;
            case IN_TREATMENT -> Icon.CLOCK;
            case COMPLETED -> Icon.CHECK;
            case NO_SHOW, CANCELLED -> Icon.CROSS;
        };
    }

    static String hue(AppointmentType type) {
        var discipline = type.discipline();
        return discipline == null ? "d-none" : hue(discipline);
    }

    static String hue(Discipline discipline) {
        return switch (discipline) {
            case CHIROPRACTIC -> "d-chiropractic";
            case MASSAGE_THERAPY -> "d-massage";
            case EXERCISE_THERAPY -> "d-exercise";
        };
    }
}
