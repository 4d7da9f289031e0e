package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.Calendar;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The day view by practitioner: each appointment is as high as its duration, and a click on free time books there. */
final class DayPlane extends Plane {
    private static final int STEP = 5;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    /** A click on free time snaps to this many minutes. */
    private static final int CLICKED = 15;

    private static final String CLICK = "event.offsetY / element.clientHeight";
    private static final String DROP = "event.detail.share";
    private static final String DROPPED = "event.detail.appointment";

    private static final int USUAL_FROM = 8 * HOUR;
    private static final int USUAL_UNTIL = 18 * HOUR;

    private LocalDate day = LocalDate.EPOCH;
    private List<AppointmentRow> rows = List.of();
    private boolean isClosed;
    private LocalDateTime now = LocalDateTime.MIN;
    private Map<PatientId, Integer> orders = Map.of();
    private int from;
    private int until;
    private final Consumer<AppointmentRow> open;
    private final @Nullable Booker booker;

    /** The actions that a place in the day view triggers. */
    interface Booker {
        /** The user clicked on free time. */
        void book(StaffId practitioner, LocalTime at);

        /** The user dragged an appointment there. */
        void move(AppointmentRow row, StaffId practitioner, LocalTime at);
    }

    /**
     * Creates an empty view.
     *
     * @param booker null if the user may not book
     */
    DayPlane(Consumer<AppointmentRow> open, @Nullable Booker booker) {
        super("day", "Day by practitioner");
        this.open = open;
        this.booker = booker;
    }

    @Override
    void show(Calendar calendar, LocalDateTime now, Map<PatientId, Integer> orders) {
        this.now = now;
        this.orders = orders;
        var plane = getContent();
        plane.removeAll();
        day = calendar.days().getFirst().on();
        rows = calendar.columns().stream()
                .flatMap(column -> column.on(day).stream())
                .toList();
        isClosed = calendar.days().getFirst().open().isEmpty();
        var minutes = shownTimes(calendar);
        from = minutes.stream().mapToInt(i -> i).min().orElse(USUAL_FROM) / HOUR * HOUR;
        until = Math.min(DAY, (minutes.stream().mapToInt(i -> i).max().orElse(USUAL_UNTIL) + HOUR - 1) / HOUR * HOUR);
        plane.getStyle()
                .set("--rows", String.valueOf((until - from) / STEP))
                .set("--people", String.valueOf(Math.max(1, calendar.columns().size())));
        var time = day.equals(now.toLocalDate()) ? now.toLocalTime() : null;
        plane.add(hours(time));
        calendar.columns().forEach(column -> plane.add(column(column, time)));
    }

    private List<Integer> shownTimes(Calendar calendar) {
        var minutes = new ArrayList<Integer>();
        calendar.days().getFirst().open().forEach(open -> {
            minutes.add(minute(open.opensAt()));
            minutes.add(minute(open.closesAt()));
        });
        for (var column : calendar.columns()) {
            for (var row : column.on(day)) {
                minutes.add(minute(row.at()));
                minutes.add(Math.min(DAY, minute(row.at()) + row.minutes()));
            }
        }
        return minutes;
    }

    private Component hours(@Nullable LocalTime now) {
        var lane = Ui.div("day-lane day-hours");
        lane.getElement().setAttribute("aria-hidden", "true");
        for (int minute = from; minute < until; minute += HOUR) {
            lane.add(placed(Ui.text("day-hour num", Dates.shortTime(time(minute))), minute, HOUR));
        }
        if (now != null && minute(now) >= from && minute(now) < until) {
            lane.add(placed(Ui.div("day-now", Ui.text("tiny num", Dates.time(now))), minute(now) / STEP * STEP, STEP));
        }
        return Ui.div("day-col day-scale", Ui.div("day-who"), lane);
    }

    private Component column(Calendar.Column column, @Nullable LocalTime now) {
        var trained =
                column.disciplines().stream().map(Discipline::label).sorted().collect(Collectors.joining(", "));
        var who = Ui.div(
                "day-who",
                Ui.initials(column.name()),
                Ui.div("stack-0", Ui.clipped("strong", column.name()), Ui.clipped("muted tiny", trained)));
        var lane = Ui.div("day-lane");
        away(column).forEach(lane::add);
        column.on(day).forEach(row -> lane.add(placed(block(row), minute(row.at()), row.minutes())));
        if (now != null && minute(now) >= from && minute(now) < until) {
            lane.add(placed(Ui.div("day-now"), minute(now) / STEP * STEP, STEP));
        }
        if (booker != null) {
            lane.addClassName("is-bookable");
            takeBookings(lane.getElement(), column.practitioner(), booker);
        }
        var all = Ui.div("day-col", who, lane);
        all.getElement().setAttribute("role", "group").setAttribute("aria-label", column.name());
        return all;
    }

    private NativeButton block(AppointmentRow row) {
        var block = Block.ofDay(
                row, Lateness.words(row, now), row.patient() == null ? 0 : orders.getOrDefault(row.patient(), 0), open);
        if (booker != null && row.status().isAhead()) {
            block.getElement().setAttribute("draggable", "true");
        }
        return block;
    }

    private void takeBookings(Element lane, StaffId practitioner, Booker books) {
        // a press that began elsewhere, such as on an appointment, and ends here is not a click on free time
        lane.addEventListener(
                        "click",
                        e -> books.book(practitioner, clicked(data(e, CLICK).doubleValue())))
                .setFilter("event.target === element && window.plumblinePressed === element")
                .addEventData(CLICK);
        lane.addEventListener(
                        "appointment-drop", e -> appointment(data(e, DROPPED).asString())
                                .ifPresent(row -> books.move(
                                        row, practitioner, dropped(data(e, DROP).doubleValue()))))
                .addEventData(DROPPED)
                .addEventData(DROP);
    }

    private static JsonNode data(DomEvent event, String name) {
        return event.getEventData().get(name);
    }

    private Optional<AppointmentRow> appointment(String id) {
        return rows.stream().filter(row -> row.id().toString().equals(id)).findFirst();
    }

    private LocalTime clicked(double share) {
        var minute = from + (int) (share * (until - from)) / CLICKED * CLICKED;
        return time(Math.clamp(minute, 0, DAY - CLICKED));
    }

    /** Returns the time at the upper edge of a dropped appointment, snapped to the grid. */
    private LocalTime dropped(double share) {
        var minute = from + Math.round(share * (until - from) / CLICKED) * CLICKED;
        return time(Math.clamp(minute, 0, DAY - CLICKED));
    }

    /** Returns the times outside the practitioner's working hours, with text. */
    private List<Component> away(Calendar.Column column) {
        if (isClosed) {
            return List.of(away("Closed", from, until));
        }
        var shifts = column.shiftsOn(day);
        if (shifts.isEmpty()) {
            return List.of(away("Not available", from, until));
        }
        var gaps = new ArrayList<Component>();
        var before = from;
        for (var shift : shifts) {
            if (minute(shift.from()) > before) {
                gaps.add(away(
                        before == from ? "From " + Dates.time(shift.from()) : "Break", before, minute(shift.from())));
            }
            before = Math.max(before, minute(shift.until()));
        }
        if (before < until) {
            gaps.add(away("Until " + Dates.time(time(before)), before, until));
        }
        return gaps;
    }

    private Component away(String words, int first, int last) {
        return placed(Ui.div("day-break", Ui.text("", words)), first, last - first);
    }

    private <T extends Component> T placed(T part, int minute, int minutes) {
        part.getElement()
                .getStyle()
                .set("--from", String.valueOf((minute - from) / STEP + 1))
                .set("--len", String.valueOf(Math.max(1, minutes / STEP)));
        return part;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / HOUR;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay((long) (minute % DAY) * HOUR);
    }
}
