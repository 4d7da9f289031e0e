package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Phases as blocks along time, marks in lanes below them, and a line at the present day.
 *
 * @param now null for no line
 */
public record Timeline(
        String name,
        List<Phase> phases,
        List<Lane> lanes,
        @Nullable LocalDate now) {
    private static final int BLOCK = 24;
    private static final int LANE = 24;
    private static final double MARK = 4.5;
    /** Keeps two blocks apart, in percent of the width. */
    private static final double GAP = 0.3;

    /**
     * A named stretch of time.
     *
     * @param until its last day, not before its first
     */
    public record Phase(String name, LocalDate from, LocalDate until) {
        public Phase {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("A phase does not end before it starts");
            }
        }

        private LocalDate end() {
            return until.plusDays(1);
        }

        private boolean covers(@Nullable LocalDate day) {
            return day != null && !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Marks of one kind, such as the visits of a discipline. */
    public record Lane(String name, List<Mark> marks) {
        public Lane {
            marks = List.copyOf(marks);
        }
    }

    /** Something on a day. */
    public record Mark(LocalDate day, Status status) {}

    /** What became of a mark; each has its own shape. */
    public enum Status {
        DELIVERED("delivered"),
        PLANNED("planned"),
        MISSED("missed");

        private final String words;

        Status(String words) {
            this.words = words;
        }
    }

    public Timeline {
        phases = List.copyOf(phases);
        lanes = List.copyOf(lanes);
    }

    /** Draws the timeline; shows text if it has neither phases nor marks. */
    public Component draw() {
        if (phases.isEmpty() && lanes.stream().allMatch(lane -> lane.marks().isEmpty())) {
            return Figure.nothing();
        }
        var days = DayRange.of(Stream.of(
                        phases.stream().flatMap(phase -> Stream.of(phase.from(), phase.end())),
                        lanes.stream().flatMap(lane -> lane.marks().stream()).map(Mark::day),
                        Stream.ofNullable(now))
                .flatMap(some -> some));
        var rows = Ui.div("chart-time");
        if (!phases.isEmpty()) {
            rows.add(new Span(), names(days), new Span(), blocks(days));
        }
        lanes.forEach(lane -> rows.add(Ui.text("chart-name", lane.name()), marks(lane, days)));
        if (now != null) {
            var today = at(Ui.text("chart-now num strong", "Today, " + days.words(now)), days.across(now));
            rows.add(new Span(), Ui.div("chart-names", today));
        }
        var ends = Ui.div("chart-days", Ui.text("num", days.words(days.from())), Ui.text("num", days.words(lastDay())));
        rows.add(new Span(), ends);
        var picture = Ui.div("chart-drawing", rows);
        if (!lanes.isEmpty()) {
            picture.add(Ui.text("chart-note", "Filled: delivered. Hollow: planned. Cross: missed."));
        }
        return Figure.of(sentence(), picture, numbers());
    }

    /** The drawing goes on to the end of this day. */
    private LocalDate lastDay() {
        return DayRange.of(Stream.of(
                                phases.stream().map(Phase::until),
                                lanes.stream()
                                        .flatMap(lane -> lane.marks().stream())
                                        .map(Mark::day),
                                Stream.ofNullable(now))
                        .flatMap(some -> some))
                .until();
    }

    private Div names(DayRange days) {
        var names = Ui.div("chart-names");
        phases.forEach(phase -> {
            var label = at(Ui.clipped("chart-phase", phase.name()), days.across(phase.from()));
            label.getStyle().set("--wide", String.valueOf(days.across(phase.end()) - days.across(phase.from())));
            label.setClassName("strong", phase.covers(now));
            names.add(label);
        });
        return names;
    }

    private static Span at(Span label, double across) {
        label.getStyle().set("--across", String.valueOf(across));
        return label;
    }

    private Svg blocks(DayRange days) {
        var drawing = new Drawing(BLOCK);
        phases.forEach(phase -> {
            var left = days.across(phase.from());
            drawing.box(
                    phase.covers(now) ? "chart-block current" : "chart-block",
                    left,
                    Math.max(GAP, days.across(phase.end()) - left - GAP),
                    2,
                    BLOCK - 4);
        });
        return finish(drawing, days);
    }

    private Svg marks(Lane lane, DayRange days) {
        var drawing = new Drawing(LANE);
        drawing.level("chart-edge", LANE / 2.0);
        lane.marks().forEach(mark -> {
            var x = days.across(mark.day());
            switch (mark.status()) {
                case DELIVERED -> drawing.dot("chart-mark delivered", x, LANE / 2.0, MARK);
                case PLANNED -> drawing.dot("chart-mark planned", x, LANE / 2.0, MARK);
                case MISSED -> drawing.cross("chart-mark missed", x, LANE / 2.0);
            }
        });
        return finish(drawing, days);
    }

    private Svg finish(Drawing drawing, DayRange days) {
        if (now != null) {
            drawing.tick(days.across(now));
        }
        return drawing.draw();
    }

    private String sentence() {
        var parts = new ArrayList<String>();
        phases.forEach(phase -> parts.add(phase.name() + " from " + Dates.dayAndYear(phase.from()) + " to "
                + Dates.dayAndYear(phase.until()) + (phase.covers(now) ? ", now" : "")));
        lanes.forEach(lane -> parts.add(lane.name() + " "
                + Arrays.stream(Status.values())
                        .map(status -> lane.marks().stream()
                                        .filter(mark -> mark.status() == status)
                                        .count()
                                + " " + status.words)
                        .collect(Collectors.joining(", "))));
        return name + ": " + String.join("; ", parts) + "."
                + (now == null ? "" : " Today is " + Dates.dayAndYear(now) + ".");
    }

    private NumberTable numbers() {
        var rows = new ArrayList<List<String>>();
        phases.forEach(phase ->
                rows.add(List.of(phase.name(), Dates.dayAndYear(phase.from()), Dates.dayAndYear(phase.until()), "")));
        lanes.forEach(lane -> lane.marks()
                .forEach(
                        mark -> rows.add(List.of(lane.name(), Dates.dayAndYear(mark.day()), "", mark.status().words))));
        return new NumberTable(name, List.of("What", "From", "To", "Status"), rows);
    }
}
