package io.plumbline.shared.ui.chart;

import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.chart.Timeline.Lane;
import io.plumbline.shared.ui.chart.Timeline.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a timeline says in words: its legend, the sentence of screen readers and their table. */
record TimelineWords(Timeline drawn) {
    /** Returns the legend; empty if there is nothing to explain. */
    String note() {
        var words = new ArrayList<String>();
        if (!drawn.lanes().isEmpty()) {
            words.add("Filled: delivered. Hollow: planned. Cross: missed.");
        }
        if (drawn.hasPairs()) {
            words.add("Joined: one visit.");
        }
        if (drawn.lines().stream().anyMatch(line -> line.target() != null)) {
            words.add("Dashed: target.");
        }
        if (drawn.lines().stream().anyMatch(line -> line.band() != null)) {
            words.add("Tinted: no important change since the first value.");
        }
        drawn.lines().stream()
                .map(ValueLine::dotted)
                .filter(Objects::nonNull)
                .filter(series -> !series.values().isEmpty())
                .forEach(series -> words.add("Dotted: " + series.name().toLowerCase(Locale.ROOT) + "."));
        return String.join(" ", words);
    }

    String sentence() {
        var parts = new ArrayList<String>();
        drawn.phases()
                .forEach(phase -> parts.add(phase.name() + " from " + Dates.dayAndYear(phase.from()) + " to "
                        + Dates.dayAndYear(phase.until()) + (phase.covers(drawn.now()) ? ", now" : "")));
        drawn.lanes().forEach(lane -> parts.add(lane.name() + " " + said(lane)));
        drawn.pauses()
                .forEach(pause -> parts.add(pause.name() + " from " + Dates.dayAndYear(pause.from()) + " to "
                        + Dates.dayAndYear(pause.until())));
        return drawn.name() + ": " + String.join("; ", parts) + "."
                + drawn.lines().stream().map(line -> " " + line.sentence()).collect(Collectors.joining())
                + (drawn.now() == null ? "" : " Today is " + Dates.dayAndYear(drawn.now()) + ".");
    }

    /** Visits are always said in full; other marks where there are any. */
    private static String said(Lane lane) {
        var isOfVisits = lane.isOfVisits();
        return Arrays.stream(Status.values())
                .filter(status -> isOfVisits == status.isOfVisit())
                .filter(status -> status.compareTo(Status.DUE) <= 0 || count(lane, status) > 0)
                .map(status -> count(lane, status) + " " + status.words())
                .collect(Collectors.joining(", "));
    }

    private static long count(Lane lane, Status status) {
        return lane.marks().stream().filter(mark -> mark.status() == status).count();
    }

    NumberTable numbers() {
        var rows = new ArrayList<List<String>>();
        drawn.phases()
                .forEach(phase -> rows.add(
                        List.of(phase.name(), Dates.dayAndYear(phase.from()), Dates.dayAndYear(phase.until()), "")));
        drawn.lanes().forEach(lane -> lane.marks()
                .forEach(mark -> rows.add(List.of(
                        lane.name(),
                        Dates.dayAndYear(mark.day()),
                        "",
                        mark.status().words()))));
        drawn.pauses()
                .forEach(pause -> rows.add(
                        List.of(pause.name(), Dates.dayAndYear(pause.from()), Dates.dayAndYear(pause.until()), "")));
        drawn.lines().forEach(line -> rows.addAll(line.rows()));
        return new NumberTable(drawn.name(), List.of("What", "From", "To", "Status or value"), rows);
    }
}
