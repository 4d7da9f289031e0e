package io.plumbline.shared.ui.chart;

import static io.plumbline.shared.ui.chart.Drawn.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.ui.chart.Timeline.Lane;
import io.plumbline.shared.ui.chart.Timeline.Mark;
import io.plumbline.shared.ui.chart.Timeline.Phase;
import io.plumbline.shared.ui.chart.Timeline.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Phases and marks along time. */
class TimelineTest {
    private static final Phase RELIEF = new Phase("Relief", FIRST, FIRST.plusDays(9));
    private static final Phase CORRECTIVE = new Phase("Corrective", FIRST.plusDays(10), FIRST.plusDays(39));
    private static final Lane VISITS = new Lane(
            "Massage",
            List.of(
                    new Mark(FIRST, Status.DELIVERED),
                    new Mark(FIRST.plusDays(10), Status.MISSED),
                    new Mark(FIRST.plusDays(20), Status.PLANNED)));

    @Test
    void aPhaseIsAsLongAsItsDays() {
        var chart = plan();
        assertThat(chart.page().select("rect.chart-block").eachAttr("x")).containsExactly("0%", "25%");
        assertThat(chart.page().select("rect.chart-block").eachAttr("width")).containsExactly("24.7%", "74.7%");
        assertThat(chart.page().select(".chart-phase").eachText()).containsExactly("Relief", "Corrective");
        assertThat(chart.page().select(".chart-phase").last().attr("style")).contains("--across:25.0", "--wide:75.0");
    }

    @Test
    void eachStatusHasItsOwnShapeAtItsDay() {
        var chart = plan();
        assertThat(chart.one("circle.delivered").attr("cx")).isEqualTo("0%");
        assertThat(chart.one("path.missed").parent().attr("x")).isEqualTo("25%");
        assertThat(chart.one("circle.planned").attr("cx")).isEqualTo("50%");
        assertThat(chart.seen()).contains("Filled: delivered. Hollow: planned. Cross: missed.");
    }

    @Test
    void theLineOfTodayCrossesEveryRowAndTheCurrentPhaseIsMarked() {
        var chart = plan();
        assertThat(chart.page().select("line.chart-tick").eachAttr("x1")).containsExactly("37.5%", "37.5%");
        assertThat(chart.one(".chart-now").text()).isEqualTo("Today, Mon 16 Nov");
        assertThat(chart.page().select(".chart-phase.strong").eachText()).containsExactly("Corrective");
        assertThat(chart.count("rect.current")).isOne();
    }

    @Test
    void aTimelineWithoutTodayHasNoSuchLine() {
        var chart = Drawn.of(new Timeline("Plan", List.of(RELIEF), List.of(VISITS), null).draw());
        assertThat(chart.count("line.chart-tick, .chart-now, .current")).isZero();
        assertThat(chart.name()).doesNotContain("Today");
    }

    @Test
    void aSentenceSaysPhasesMarksAndToday() {
        assertThat(plan().name())
                .isEqualTo("Plan: Relief from 1 Nov 2026 to 10 Nov 2026; "
                        + "Corrective from 11 Nov 2026 to 10 Dec 2026, now; "
                        + "Massage 1 delivered, 1 planned, 1 missed. Today is 16 Nov 2026.");
    }

    @Test
    void screenReadersFindPhasesAndMarksInAHiddenTable() {
        assertThat(plan().table())
                .containsExactly(
                        "Relief 1 Nov 2026 10 Nov 2026",
                        "Corrective 11 Nov 2026 10 Dec 2026",
                        "Massage 1 Nov 2026 delivered",
                        "Massage 11 Nov 2026 missed",
                        "Massage 21 Nov 2026 planned");
    }

    @Test
    void theFirstAndTheLastDayAreLabeled() {
        assertThat(plan().page().select(".chart-days span").eachText()).containsExactly("Sun 1 Nov", "Thu 10 Dec");
    }

    @Test
    void aDayBeyondThePhasesIsStillShown() {
        var chart = Drawn.of(new Timeline("Plan", List.of(RELIEF), List.of(), FIRST.plusDays(40)).draw());
        assertThat(chart.one("rect.chart-block").attr("width")).isEqualTo("24.7%");
        assertThat(chart.one("line.chart-tick").attr("x1")).isEqualTo("100%");
    }

    @Test
    void aPhaseOfOneDayAndMarksOfOneDayAreDrawn() {
        var day = List.of(new Mark(FIRST, Status.DELIVERED), new Mark(FIRST, Status.DELIVERED));
        var phase = Drawn.of(new Timeline("Plan", List.of(new Phase("Relief", FIRST, FIRST)), List.of(), null).draw());
        assertThat(phase.one("rect.chart-block").attr("width")).isEqualTo("99.7%");
        var marks = Drawn.of(new Timeline("Plan", List.of(), List.of(new Lane("Massage", day)), null).draw());
        assertThat(marks.page().select("circle").eachAttr("cx")).containsExactly("100%", "100%");
    }

    @Test
    void nothingIsSaidInWords() {
        var chart = Drawn.of(new Timeline("Plan", List.of(), List.of(new Lane("Massage", List.of())), FIRST).draw());
        assertThat(chart.html()).contains("No values yet").doesNotContain("svg");
    }

    @Test
    void aThousandMarksAreDrawn() {
        var marks = IntStream.range(0, 1000)
                .mapToObj(i -> new Mark(FIRST.plusDays(i), Status.PLANNED))
                .toList();
        var chart = Drawn.of(new Timeline("Plan", List.of(), List.of(new Lane("Massage", marks)), null).draw());
        assertThat(chart.count("circle.planned")).isEqualTo(1000);
        assertThat(chart.name()).contains("1000 planned").hasSizeLessThan(200);
    }

    @Test
    void markupInANameIsText() {
        var chart = Drawn.of(new Timeline(
                        Drawn.MARKUP,
                        List.of(new Phase(Drawn.MARKUP, FIRST, FIRST)),
                        List.of(new Lane(Drawn.MARKUP, List.of(new Mark(FIRST, Status.PLANNED)))),
                        FIRST)
                .draw());
        assertThat(chart.count("script, b")).isZero();
        assertThat(chart.one(".chart-phase").text()).isEqualTo(Drawn.MARKUP);
        assertThat(chart.one("caption").text()).isEqualTo(Drawn.MARKUP);
    }

    @Test
    void aReevaluationIsADiamondThatIsFilledWhenItIsDone() {
        var chart = Drawn.of(new Timeline(
                        "Plan",
                        List.of(RELIEF),
                        List.of(new Lane(
                                "Re-evaluation",
                                List.of(
                                        new Mark(FIRST.plusDays(5), Status.DONE),
                                        new Mark(FIRST.plusDays(10), Status.DUE)))),
                        null)
                .draw());
        assertThat(chart.one("path.delivered").parent().attr("x")).isEqualTo("50%");
        assertThat(chart.one("path.planned").parent().attr("x")).isEqualTo("100%");
        assertThat(chart.name()).contains("Re-evaluation 1 done, 1 due").doesNotContain("missed");
    }

    @Test
    void aPauseIsDrawnOverItsDaysInARowOfItsOwn() {
        var chart = Drawn.of(new Timeline("Plan", List.of(RELIEF), List.of(), null)
                .withPauses(List.of(new Phase("On hold", FIRST.plusDays(2), FIRST.plusDays(4))))
                .draw());
        assertThat(chart.one("rect.chart-pause").attr("x")).isEqualTo("20%");
        assertThat(chart.one("rect.chart-pause").attr("width")).isEqualTo("30%");
        assertThat(chart.name()).contains("On hold from 3 Nov 2026 to 5 Nov 2026");
        assertThat(chart.table()).contains("On hold 3 Nov 2026 5 Nov 2026");
    }

    @Test
    void valuesLieOnTheDaysOfThePhases() {
        var chart = withPain(new ValueLine(Drawn.daily(8, 5), Axis.of(0, 10)));
        assertThat(chart.points("path.chart-line"))
                .extracting(point -> point.split(" ")[0])
                .containsExactly("0", "100");
        assertThat(chart.page().select("circle.chart-dot").eachAttr("cx")).containsExactly("0%", "10%");
        assertThat(chart.name()).contains("Pain: 8, 5 from 1 Nov 2026 to 2 Nov 2026.");
        assertThat(chart.table()).contains("Pain 1 Nov 2026 8", "Pain 2 Nov 2026 5");
    }

    @Test
    void theTargetAndWhatIsNoImportantChangeAreDrawnBehindTheValues() {
        var chart = withPain(
                new ValueLine(Drawn.daily(8, 5), Axis.of(0, 10)).withTarget(2).withBand(new ValueLine.Band(6, 10)));
        assertThat(chart.count("line.chart-target")).isOne();
        assertThat(chart.one("rect.chart-band").attr("y")).isEqualTo("5");
        assertThat(chart.one("rect.chart-band").attr("height")).isEqualTo("21.6");
        assertThat(chart.name()).contains("Target 2.");
        assertThat(chart.seen())
                .contains("Dashed: target. Tinted: no important change since the first value.", "target 2");
    }

    @Test
    void valuesToCompareWithAreDottedAndNamed() {
        var chart = withPain(new ValueLine(Drawn.daily(8, 5), Axis.of(0, 10))
                .withDotted(new Series("Pain after the visit", List.of(new DayValue(FIRST, 4)))));
        assertThat(chart.count("path.dotted")).isOne();
        assertThat(chart.seen()).contains("Dotted: pain after the visit.");
        assertThat(chart.table()).contains("Pain after the visit 1 Nov 2026 4");
    }

    @Test
    void aLineWithoutValuesIsLeftOut() {
        var chart = withPain(new ValueLine(new Series("Pain", List.of()), Axis.of(0, 10)));
        assertThat(chart.count("path.chart-line")).isZero();
        assertThat(chart.html()).doesNotContain("Pain");
    }

    private static Drawn withPain(ValueLine line) {
        return Drawn.of(new Timeline("Plan", List.of(RELIEF), List.of(), null)
                .withLines(List.of(line))
                .draw());
    }

    @Test
    void aPhaseThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> new Phase("Relief", FIRST, FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Drawn plan() {
        return Drawn.of(new Timeline("Plan", List.of(RELIEF, CORRECTIVE), List.of(VISITS), FIRST.plusDays(15)).draw());
    }
}
