package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Phases as blocks along time, each lower than the one before it, marks in lanes below them, pauses and values below
 * those, and a line at the present day. Marks of several lanes on one day are joined.
 *
 * @param rhythms what stands in the blocks, such as how often somebody comes, in the order of the phases; may be empty
 * @param pauses drawn in a row of their own, if there are any
 * @param lines those without values are left out
 * @param now null for no line
 */
public record Timeline(
        String name,
        List<Phase> phases,
        List<String> rhythms,
        List<Lane> lanes,
        List<Phase> pauses,
        List<ValueLine> lines,
        @Nullable LocalDate now) {
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

        LocalDate end() {
            return until.plusDays(1);
        }

        boolean covers(@Nullable LocalDate day) {
            return day != null && !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * Marks of one kind, such as the visits of a discipline.
     *
     * @param look a class of the style sheet, in whose color they are drawn; may be empty
     */
    public record Lane(String name, List<Mark> marks, String look) {
        public Lane {
            marks = List.copyOf(marks);
        }

        /** Creates marks in the color of all charts. */
        public Lane(String name, List<Mark> marks) {
            this(name, marks, "");
        }

        boolean isOfVisits() {
            return marks.stream().allMatch(mark -> mark.status().isOfVisit());
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
        DUE("due"),
        /** Done, and nothing has changed. */
        UNCHANGED("unchanged"),
        /** Done, and it is worse. */
        WORSE("worse");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isOfVisit() {
            return compareTo(DONE) < 0;
        }
    }

    public Timeline {
        phases = List.copyOf(phases);
        rhythms = List.copyOf(rhythms);
        lanes = List.copyOf(lanes);
        pauses = List.copyOf(pauses);
        lines = lines.stream().filter(line -> !line.line().values().isEmpty()).toList();
    }

    /** Creates a timeline without pauses and values. */
    public Timeline(String name, List<Phase> phases, List<Lane> lanes, @Nullable LocalDate now) {
        this(name, phases, List.of(), lanes, List.of(), List.of(), now);
    }

    /** Returns this timeline with pauses, each with what it is. */
    public Timeline withPauses(List<Phase> named) {
        return new Timeline(name, phases, rhythms, lanes, named, lines, now);
    }

    /** Returns this timeline with values over time. */
    public Timeline withLines(List<ValueLine> values) {
        return new Timeline(name, phases, rhythms, lanes, pauses, values, now);
    }

    /** Returns this timeline with words in the blocks of its phases, in their order. */
    public Timeline withRhythms(List<String> words) {
        return new Timeline(name, phases, words, lanes, pauses, lines, now);
    }

    /** Draws the timeline; shows text if it has neither phases nor marks. */
    public Component draw() {
        if (phases.isEmpty() && lanes.stream().allMatch(lane -> lane.marks().isEmpty())) {
            return Figure.nothing();
        }
        var picture = Ui.div("chart-drawing", new TimelineRows(this, days(Phase::end)).draw());
        var words = new TimelineWords(this);
        var note = words.note();
        if (!note.isEmpty()) {
            picture.add(Ui.text("chart-note", note));
        }
        return Figure.of(words.sentence(), picture, words.numbers());
    }

    /** The drawing goes on to the end of this day. */
    LocalDate lastDay() {
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

    /** Returns whether a day has visits in several lanes. */
    boolean hasPairs() {
        var visits = lanes.stream().filter(Lane::isOfVisits).toList();
        return visits.stream()
                        .flatMap(lane -> lane.marks().stream().map(Mark::day).distinct())
                        .distinct()
                        .count()
                < visits.stream()
                        .mapToLong(lane ->
                                lane.marks().stream().map(Mark::day).distinct().count())
                        .sum();
    }
}
