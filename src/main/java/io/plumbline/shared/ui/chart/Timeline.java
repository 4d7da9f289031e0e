package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Phases as blocks along time, marks in lanes below them, pauses and values below those, and a line at the present day.
 *
 * @param pauses drawn in a row of their own, if there are any
 * @param lines those without values are left out
 * @param now null for no line
 */
public record Timeline(
        String name,
        List<Phase> phases,
        List<Lane> lanes,
        List<Phase> pauses,
        List<ValueLine> lines,
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

        boolean covers(@Nullable LocalDate day) {
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
        MISSED("missed"),
        DONE("done"),
        DUE("due");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    public Timeline {
        phases = List.copyOf(phases);
        lanes = List.copyOf(lanes);
        pauses = List.copyOf(pauses);
        lines = lines.stream().filter(line -> !line.line().values().isEmpty()).toList();
    }

    /** Creates a timeline without pauses and values. */
    public Timeline(String name, List<Phase> phases, List<Lane> lanes, @Nullable LocalDate now) {
        this(name, phases, lanes, List.of(), List.of(), now);
    }

    /** Returns this timeline with pauses, each with what it is. */
    public Timeline withPauses(List<Phase> named) {
        return new Timeline(name, phases, lanes, named, lines, now);
    }

    /** Returns this timeline with values over time. */
    public Timeline withLines(List<ValueLine> values) {
        return new Timeline(name, phases, lanes, pauses, values, now);
    }

    /** Draws the timeline; shows text if it has neither phases nor marks. */
    public Component draw() {
        if (phases.isEmpty() && lanes.stream().allMatch(lane -> lane.marks().isEmpty())) {
            return Figure.nothing();
        }
        var days = days(Phase::end);
        var rows = Ui.div("chart-time");
        if (!phases.isEmpty()) {
            rows.add(new Span(), names(days), new Span(), blocks(days));
        }
        lanes.forEach(lane -> rows.add(Ui.text("chart-name", lane.name()), marks(lane, days)));
        if (!pauses.isEmpty()) {
            rows.add(Ui.text("chart-name", pauses.getFirst().name()), pauses(days));
        }
        lines.forEach(line -> rows.add(line.name(), line.drawing(days, now)));
        if (now != null) {
            var today = at(Ui.text("chart-now num strong", "Today, " + days.words(now)), days.across(now));
            rows.add(new Span(), Ui.div("chart-names", today));
        }
        var ends = Ui.div("chart-days", Ui.text("num", days.words(days.from())), Ui.text("num", days.words(lastDay())));
        rows.add(new Span(), ends);
        var picture = Ui.div("chart-drawing", rows);
        var words = new TimelineWords(this);
        var note = words.note();
        if (!note.isEmpty()) {
            picture.add(Ui.text("chart-note", note));
        }
        return Figure.of(words.sentence(), picture, words.numbers());
    }

    /** The drawing goes on to the end of this day. */
    private LocalDate lastDay() {
        return days(Phase::until).until();
    }

    private DayRange days(Function<Phase, LocalDate> end) {
        return DayRange.of(Stream.of(
                        Stream.concat(phases.stream(), pauses.stream())
                                .flatMap(phase -> Stream.of(phase.from(), end.apply(phase))),
                        lanes.stream().flatMap(lane -> lane.marks().stream()).map(Mark::day),
                        lines.stream().flatMap(ValueLine::days),
                        Stream.ofNullable(now))
                .flatMap(some -> some));
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
                case DONE -> drawing.diamond("chart-mark delivered", x, LANE / 2.0);
                case DUE -> drawing.diamond("chart-mark planned", x, LANE / 2.0);
            }
        });
        return finish(drawing, days);
    }

    private Svg pauses(DayRange days) {
        var drawing = new Drawing(LANE);
        drawing.level("chart-edge", LANE / 2.0);
        pauses.forEach(pause -> {
            var left = days.across(pause.from());
            drawing.box("chart-pause", left, Math.max(GAP, days.across(pause.end()) - left), LANE / 4.0, LANE / 2.0);
        });
        return finish(drawing, days);
    }

    private Svg finish(Drawing drawing, DayRange days) {
        if (now != null) {
            drawing.tick(days.across(now));
        }
        return drawing.draw();
    }
}
