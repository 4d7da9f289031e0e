package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Axis;
import io.plumbline.shared.ui.chart.DayValue;
import io.plumbline.shared.ui.chart.Series;
import io.plumbline.shared.ui.chart.Sparkline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A patient's pain before and after the sessions by date, and where it goes; rising pain is a warning. */
final class PainChart {
    private PainChart() {}

    /**
     * Draws the chart from notes, newest first; shows text if fewer than two notes record pain.
     *
     * @param isCut whether there may be older notes
     */
    static Component of(List<NoteRow> newestFirst, boolean isCut) {
        var told = told(newestFirst);
        if (told.isEmpty()) {
            return Ui.text("muted", "Not recorded");
        }
        var trend = PainTrend.of(told);
        if (told.size() == 1) {
            return Ui.text("num", Dates.day(told.getFirst().treatedOn()) + ": " + trend.said());
        }
        return Ui.div("stack-1", lineOf(told).draw(), words(trend, told.getLast(), isCut));
    }

    /**
     * Draws the chart low, to stand in a row of facts; empty if no note records pain.
     *
     * @param isCut whether there may be older notes
     */
    static Optional<Component> low(List<NoteRow> newestFirst, boolean isCut) {
        var told = told(newestFirst);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var words = words(PainTrend.of(told), told.getLast(), isCut);
        return Optional.of(
                told.size() == 1 ? words : Ui.div("stack-1", lineOf(told).drawLow(), words));
    }

    private static List<NoteRow> told(List<NoteRow> newestFirst) {
        return newestFirst.reversed().stream()
                .filter(row -> row.painBefore() != null || row.painAfter() != null)
                .toList();
    }

    private static Sparkline lineOf(List<NoteRow> told) {
        var before = series("Pain before each session", told, NoteRow::painBefore);
        var after = series("Pain after each session", told, NoteRow::painAfter);
        var axis = Axis.of(0, Pain.WORST);
        return after.values().isEmpty() ? new Sparkline(before, axis) : new Sparkline(after, axis).withDotted(before);
    }

    private static Component words(PainTrend trend, NoteRow newest, boolean isCut) {
        var words = Ui.div("cluster");
        trend.direction().map(PainChart::word).ifPresent(words::add);
        var visits = trend.visits().size();
        var when = Dates.day(newest.treatedOn());
        words.add(Ui.text(
                "muted small",
                (visits == 1 ? "Recorded on " + when : "Pain at " + visits + " visits, last on " + when) + ": "
                        + trend.said()
                        + (isCut ? ". Drawn from the newest " + NoteHistoryService.PAGE + " notes" : "")));
        return words;
    }

    private static Component word(PainTrend.Direction direction) {
        return direction == PainTrend.Direction.RISING
                ? new StatusBadge(StatusBadge.Tone.WARN, Icon.ALERT, direction.label())
                : Ui.text("small", direction.label());
    }

    private static Series series(String name, List<NoteRow> told, Function<NoteRow, @Nullable Pain> pain) {
        return new Series(
                name,
                told.stream()
                        .flatMap(row -> Stream.ofNullable(pain.apply(row))
                                .map(felt -> new DayValue(row.treatedOn(), felt.score())))
                        .toList());
    }
}
