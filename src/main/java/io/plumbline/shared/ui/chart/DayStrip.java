package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day from its first hour to its last: a lane of blocks for each person, and a line at the present time. */
public record DayStrip(String name, List<Lane> lanes, LocalTime now) {
    private static final int LANE = 26;
    private static final int THIN = 10;
    private static final double DOT = 3.5;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    /** A shorter day is drawn this long, so that one visit is no bar across the page. */
    private static final int SHORTEST = 6 * HOUR;
    /** Hours from one label to the next. */
    private static final int LABELED = 2;

    /** The blocks of one person or room; a lane without a name has its blocks named instead. */
    public record Lane(String name, List<Block> blocks) {
        public Lane {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A stretch of the day.
     *
     * @param minutes at least 1
     * @param words who or what it is
     */
    public record Block(LocalTime from, int minutes, String words, Status status) {
        private int begin() {
            return minute(from);
        }

        private int end() {
            return Math.min(DAY, begin() + minutes);
        }
    }

    /** What became of a block; each has its own shape. */
    public enum Status {
        DONE("done", "Thin: done."),
        HERE("here", "Filled: here."),
        AHEAD("booked", "Hollow: booked."),
        LATE("late", "With a dot: late."),
        MISSED("missed", "Cross: missed.");

        private final String words;
        private final String shape;

        Status(String words, String shape) {
            this.words = words;
            this.shape = shape;
        }
    }

    public DayStrip {
        lanes = List.copyOf(lanes);
    }

    /** Draws the day; shows text if nothing is in it. */
    public Component draw() {
        if (blocks().findAny().isEmpty()) {
            return Figure.nothing();
        }
        var from = blocks().mapToInt(Block::begin).min().orElse(0) / HOUR * HOUR;
        var last = blocks().mapToInt(Block::end).max().orElse(DAY);
        var until = Math.min(DAY, Math.max((last + HOUR - 1) / HOUR * HOUR, from + SHORTEST));
        var hours = new Hours(Math.min(from, until - SHORTEST), until);
        var rows = Ui.div("chart-time");
        for (var lane : lanes) {
            if (lane.name().isEmpty()) {
                rows.add(new Span(), names(lane, hours));
            }
            rows.add(Ui.text("chart-name", lane.name()), blocks(lane, hours));
        }
        rows.add(new Span(), scale(hours));
        return Figure.of(sentence(), Ui.div("chart-drawing", rows, Ui.text("chart-note", legend())), numbers());
    }

    private Stream<Block> blocks() {
        return lanes.stream().flatMap(lane -> lane.blocks().stream());
    }

    private static Div names(Lane lane, Hours hours) {
        var names = Ui.div("chart-names");
        lane.blocks().forEach(block -> {
            var label = at(Ui.clipped("chart-phase", block.words()), hours.across(block.begin()));
            label.getStyle().set("--wide", String.valueOf(hours.across(block.end()) - hours.across(block.begin())));
            names.add(label);
        });
        return names;
    }

    private Component blocks(Lane lane, Hours hours) {
        var drawing = new Drawing(LANE);
        drawing.level("chart-edge", LANE / 2.0);
        lane.blocks().forEach(block -> draw(block, hours, drawing));
        if (hours.hold(minute(now))) {
            drawing.tick(hours.across(minute(now)));
        }
        return drawing.draw();
    }

    private static void draw(Block block, Hours hours, Drawing drawing) {
        var left = hours.across(block.begin());
        var wide = hours.across(block.end()) - left;
        switch (block.status()) {
            case DONE -> drawing.box("chart-block", left, wide, (LANE - THIN) / 2.0, THIN);
            case HERE -> drawing.box("chart-fill", left, wide, 2, LANE - 4);
            case AHEAD -> drawing.box("chart-block current", left, wide, 2, LANE - 4);
            case LATE -> {
                drawing.box("chart-block late", left, wide, 2, LANE - 4);
                drawing.dot("chart-late", left + wide / 2, LANE / 2.0, DOT);
            }
            case MISSED -> {
                drawing.box("chart-block", left, wide, 2, LANE - 4);
                drawing.cross("chart-mark missed", left + wide / 2, LANE / 2.0);
            }
        }
    }

    private Div scale(Hours hours) {
        var scale = Ui.div("chart-names");
        var isNowShown = hours.hold(minute(now));
        for (var hour = hours.from(); hour <= hours.until(); hour += LABELED * HOUR) {
            // the present time is written in its place
            if (!isNowShown || Math.abs(hour - minute(now)) > HOUR) {
                scale.add(label("tiny num muted", Dates.shortTime(time(hour)), hours.across(hour)));
            }
        }
        if (isNowShown) {
            scale.add(label("tiny num strong", "Now " + Dates.time(now), hours.across(minute(now))));
        }
        return scale;
    }

    private static Span label(String look, String words, double across) {
        return at(Ui.text("chart-now " + look, words), across);
    }

    private static Span at(Span label, double across) {
        label.getStyle().set("--across", String.valueOf(across));
        return label;
    }

    private String legend() {
        return Arrays.stream(Status.values())
                .filter(status -> blocks().anyMatch(block -> block.status() == status))
                .map(status -> status.shape)
                .collect(Collectors.joining(" "));
    }

    private String sentence() {
        var counts = Arrays.stream(Status.values())
                .map(status ->
                        blocks().filter(block -> block.status() == status).count() + " " + status.words)
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return name + ": " + counts + ". It is " + Dates.time(now) + ".";
    }

    private NumberTable numbers() {
        var rows = lanes.stream()
                .flatMap(lane -> lane.blocks().stream()
                        .map(block -> List.of(
                                Dates.times(block.from(), time(block.end())),
                                block.words(),
                                lane.name(),
                                block.status().words)))
                .toList();
        return new NumberTable(name, List.of("Time", "Who", "With", "Status"), rows);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / HOUR;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay((long) (minute % DAY) * HOUR);
    }

    /** The drawn minutes of the day. */
    private record Hours(int from, int until) {
        double across(int minute) {
            return Math.round(1000.0 * (minute - from) / (until - from)) / 10.0;
        }

        boolean hold(int minute) {
            return minute >= from && minute <= until;
        }
    }
}
