package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.shared.Dates;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fields for weekly hours, with several time ranges per day; Monday can be copied to the other weekdays. */
public final class WeekFields extends Composite<Div> {
    private static final LocalTime USUAL_START = LocalTime.of(8, 0);
    private static final LocalTime USUAL_END = LocalTime.of(17, 0);
    private static final LocalTime LATEST = LocalTime.of(23, 55);
    private static final int MOST_A_DAY = 6;

    private final Map<DayOfWeek, Day> days = new EnumMap<>(DayOfWeek.class);
    private final String none;
    private final Runnable changed;

    /** A time range on a weekday. */
    public record Stretch(DayOfWeek day, LocalTime from, LocalTime until) {}

    /**
     * @param none the text for a day without hours
     * @param changed runs whenever hours are typed, added, or removed
     */
    public WeekFields(String none, Runnable changed) {
        this.none = none;
        this.changed = changed;
        getContent().addClassName("hours");
        for (var day : DayOfWeek.values()) {
            var row = new Day(day);
            days.put(day, row);
            getContent().add(row);
        }
        var copy = new Button("Copy Monday to Tuesday–Friday", Icon.COPY.create(), e -> copyMonday());
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        getContent().add(Ui.div("cluster", copy));
    }

    /** Shows hours in the fields. */
    public void show(List<Stretch> week) {
        days.values().forEach(day -> day.show(week));
    }

    /** Returns the hours in order, for the days without errors. */
    public List<Stretch> read(FormErrors wrong) {
        return days.values().stream()
                .filter(day -> !day.isWrong(wrong))
                .flatMap(day -> day.stretches().stream())
                .toList();
    }

    private void copyMonday() {
        var monday = days.get(DayOfWeek.MONDAY);
        if (monday == null || monday.isWrong(new FormErrors())) {
            return;
        }
        var week = monday.stretches();
        days.forEach((day, row) -> {
            if (day.compareTo(DayOfWeek.MONDAY) > 0 && day.compareTo(DayOfWeek.SATURDAY) < 0) {
                row.show(week.stream()
                        .map(stretch -> new Stretch(day, stretch.from(), stretch.until()))
                        .toList());
            }
        });
        changed.run();
    }

    private final class Day extends Composite<Div> {
        private final DayOfWeek day;
        private final String name;
        private final List<Fields> fields = new ArrayList<>();
        private final Div list = Ui.div("hours-stretches");
        private final Span closed;
        private final Button add;

        Day(DayOfWeek day) {
            this.day = day;
            name = Dates.weekday(day);
            closed = Ui.text("quiet", none);
            add = Ui.iconButton("Add hours on " + name, Icon.PLUS);
            add.addClickListener(e -> addNext());
            getContent().addClassName("hours-day");
            getContent().add(Ui.text("hours-name", name), list, add);
            draw();
        }

        void show(List<Stretch> week) {
            fields.clear();
            week.stream()
                    .filter(stretch -> stretch.day() == day)
                    .sorted(Comparator.comparing(Stretch::from))
                    .forEach(stretch -> fields.add(new Fields(stretch.from(), stretch.until())));
            draw();
        }

        List<Stretch> stretches() {
            return fields.stream()
                    .map(row -> new Stretch(day, row.from.getValue(), row.until.getValue()))
                    .sorted(Comparator.comparing(Stretch::from))
                    .toList();
        }

        boolean isWrong(FormErrors wrong) {
            var unreadable = fields.stream()
                    .filter(row -> Times.areOutOfOrder(row.from, row.until, wrong))
                    .toList();
            return !unreadable.isEmpty() || isOverlapping(wrong);
        }

        private boolean isOverlapping(FormErrors wrong) {
            var inOrder = fields.stream()
                    .sorted(Comparator.comparing((Fields row) -> row.from.getValue()))
                    .toList();
            for (int i = 1; i < inOrder.size(); i++) {
                var before = inOrder.get(i - 1).until.getValue();
                var next = inOrder.get(i).from;
                if (wrong.refuse(
                        next, next.getValue().isBefore(before), "Overlaps: from " + Dates.time(before) + " on")) {
                    return true;
                }
            }
            return false;
        }

        private void addNext() {
            var last = fields.isEmpty() ? null : fields.getLast().until.getValue();
            var from = last == null ? USUAL_START : last.isBefore(LATEST.minusHours(2)) ? last.plusHours(1) : last;
            var until = from.isBefore(USUAL_END) ? USUAL_END : LATEST;
            var row = new Fields(from, until);
            fields.add(row);
            draw();
            row.from.focus();
            changed.run();
        }

        private void remove(Fields row) {
            fields.remove(row);
            draw();
            add.focus();
            changed.run();
        }

        private void draw() {
            list.removeAll();
            fields.forEach(row -> list.add(row.box));
            if (fields.isEmpty()) {
                list.add(closed);
            }
            add.setEnabled(fields.size() < MOST_A_DAY);
        }

        private final class Fields {
            private final TimePicker from;
            private final TimePicker until;
            private final Div box;

            Fields(LocalTime start, LocalTime end) {
                from = Times.field(name + " from", start);
                until = Times.field(name + " until", end);
                from.addValueChangeListener(e -> changed.run());
                until.addValueChangeListener(e -> changed.run());
                var remove = Ui.iconButton("Remove these hours of " + name, Icon.CROSS);
                remove.addClickListener(e -> remove(this));
                box = Ui.div("hours-stretch", from, Ui.text("quiet", "to"), until, remove);
            }
        }
    }
}
