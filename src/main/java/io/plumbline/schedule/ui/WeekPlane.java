package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicDay;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.Calendar;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The week view by practitioner: how full each day is and its first appointments. Closed days without appointments are
 * left out.
 */
final class WeekPlane extends Plane {
    private static final int SHOWN = 4;
    private static final int PERCENT = 100;

    private final ScheduleAddress address;
    private LocalDate today = LocalDate.EPOCH;
    private LocalDateTime now = LocalDateTime.MIN;
    private final Consumer<AppointmentRow> open;

    WeekPlane(ScheduleAddress address, Consumer<AppointmentRow> open) {
        super("week", "Week by practitioner");
        this.address = address;
        this.open = open;
    }

    @Override
    void show(Calendar calendar, LocalDateTime now, Map<PatientId, Integer> orders) {
        var plane = getContent();
        plane.removeAll();
        this.now = now;
        today = now.toLocalDate();
        var days = calendar.days().stream()
                .filter(day -> !day.open().isEmpty()
                        || day.closed() != null
                        || calendar.columns().stream()
                                .anyMatch(column -> !column.on(day.on()).isEmpty()))
                .toList();
        plane.getStyle().set("--days", String.valueOf(Math.max(1, days.size())));
        plane.add(Ui.div("wk-corner"));
        days.forEach(day -> plane.add(head(day, calendar.columns())));
        for (var column : calendar.columns()) {
            plane.add(who(column));
            days.forEach(day -> plane.add(cell(column, day)));
        }
    }

    private Component head(ClinicDay day, List<Calendar.Column> columns) {
        var visits =
                columns.stream().mapToInt(column -> column.on(day.on()).size()).sum();
        var said = day.closed() == null ? visits + (visits == 1 ? " visit" : " visits") : day.closed();
        return Ui.div(
                "wk-day" + (day.on().equals(today) ? " is-today" : ""),
                dayLink(day.on(), Dates.day(day.on()), "strong"),
                Ui.text("muted tiny", day.on().equals(today) ? said + ", today" : said));
    }

    private static Component who(Calendar.Column column) {
        var trained =
                column.disciplines().stream().map(Discipline::label).sorted().collect(Collectors.joining(", "));
        return Ui.div(
                "wk-who",
                Ui.initials(column.name()),
                Ui.div("stack-0", Ui.text("strong", column.name()), Ui.text("muted tiny", trained)));
    }

    private Component cell(Calendar.Column column, ClinicDay day) {
        var cell = Ui.div(day.on().equals(today) ? "wk-cell is-today" : "wk-cell");
        cell.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", column.name() + ", " + Dates.day(day.on()));
        if (column.shiftsOn(day.on()).isEmpty()) {
            cell.add(Ui.span("appt is-off", Ui.text("", day.open().isEmpty() ? "Closed" : "Not available")));
        } else {
            var load = column.load(day.on());
            var bar = Ui.div("load");
            bar.getElement().setAttribute("role", "img").setAttribute("aria-label", "booked");
            bar.getStyle().set("--now", String.valueOf(load));
            cell.add(Ui.div("line tiny", bar, Ui.text("muted num", Math.round(load * PERCENT) + "%")));
        }
        var rows = column.on(day.on());
        rows.stream()
                .limit(SHOWN)
                .map(row -> Block.ofWeek(row, Lateness.words(row, now), open))
                .forEach(cell::add);
        if (rows.size() > SHOWN) {
            var more = dayLink(day.on(), (rows.size() - SHOWN) + " more", "tiny wk-more");
            more.setAriaLabel((rows.size() - SHOWN) + " more, " + column.name() + ", " + Dates.day(day.on()));
            cell.add(more);
        }
        return cell;
    }

    private Anchor dayLink(LocalDate day, String words, String classes) {
        var link = new Anchor(address.on(day).byWeek(false).link(), words);
        link.addClassNames(classes.split(" "));
        return link;
    }
}
