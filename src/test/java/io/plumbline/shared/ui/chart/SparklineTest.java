package io.plumbline.shared.ui.chart;

import static io.plumbline.shared.ui.chart.Drawn.FIRST;
import static io.plumbline.shared.ui.chart.Drawn.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A short line by date, and what it says to those who do not see it. */
class SparklineTest {
    private static final String LINE = "path.chart-line:not(.dotted)";

    @Test
    void valuesLieByDateAndNotByIndex() {
        var chart = draw(at(0, 8), at(2, 6), at(10, 4));
        assertThat(chart.points(LINE)).extracting(point -> point.split(" ")[0]).containsExactly("0", "200", "1000");
    }

    @Test
    void valuesInAnyOrderLieByDate() {
        assertThat(draw(at(10, 4), at(0, 8), at(2, 6)).points(LINE))
                .isEqualTo(draw(at(0, 8), at(2, 6), at(10, 4)).points(LINE));
    }

    @Test
    void theHighestValueLiesAtTheTopAndTheLowestAtTheBottom() {
        assertThat(draw(at(0, 10), at(1, 0)).points(LINE)).containsExactly("0 5", "1000 43");
    }

    @Test
    void theLastPointIsMarkedAndItsValueStandsBesideIt() {
        var chart = draw(at(0, 8), at(4, 5));
        assertThat(chart.count("circle.chart-dot")).isOne();
        assertThat(chart.one("circle.chart-dot").attr("cx")).isEqualTo("100%");
        assertThat(chart.one("circle.chart-dot").attr("cy")).isEqualTo("24");
        assertThat(chart.one(".chart-end").text()).isEqualTo("5");
        assertThat(chart.one(".chart-end").attr("style")).contains("--down:24");
    }

    @Test
    void valuesOfMonthsAreLabeledByMonth() {
        var months = List.of(new DayValue(FIRST, 20), new DayValue(FIRST.plusMonths(2), 30));
        var chart = Drawn.of(
                new Sparkline(new Series("Carried text", months, Series.Of.MONTH), new Axis(0, 100, "%")).draw());
        assertThat(chart.seen()).contains("November 2026", "January 2027");
        assertThat(chart.name()).isEqualTo("Carried text: 20%, 30% from November 2026 to January 2027.");
        assertThat(chart.table()).containsExactly("November 2026 Carried text 20%", "January 2027 Carried text 30%");
    }

    @Test
    void theTargetIsDashedAndSaidInWords() {
        var without = new Sparkline(daily(8, 5), Axis.of(0, 10));
        assertThat(Drawn.of(without.draw()).count("line.chart-target")).isZero();
        var chart = Drawn.of(without.withTarget(5).draw());
        assertThat(chart.one("line.chart-target").attr("y1")).isEqualTo("24");
        assertThat(chart.seen()).contains("Dashed: target 5");
        assertThat(chart.name()).endsWith("Target 5.");
    }

    @Test
    void theBandOfNoImportantChangeIsTintedAndSaidInWords() {
        var without = new Sparkline(daily(8, 5), Axis.of(0, 10));
        assertThat(Drawn.of(without.draw()).count("rect.chart-band")).isZero();
        var chart = Drawn.of(without.withBand(new ValueLine.Band(6, 10)).draw());
        assertThat(chart.one("rect.chart-band").attr("y")).isEqualTo("5");
        assertThat(chart.seen()).contains("Tinted: no important change since the first value");
        assertThat(chart.name()).endsWith("No important change from 6 to 10.");
    }

    @Test
    void valuesToCompareWithAreDottedAndNamed() {
        var chart = Drawn.of(new Sparkline(daily(8, 5), Axis.of(0, 10))
                .withDotted(new Series("Pain before", List.of(at(0, 9), at(1, 7))))
                .draw());
        assertThat(chart.points("path.chart-line.dotted")).hasSize(2);
        assertThat(chart.seen()).contains("Dotted: Pain before");
        assertThat(chart.name()).contains("Pain before: 9, 7 from");
        assertThat(chart.table()).contains("1 Nov 2026 Pain before 9", "2 Nov 2026 Pain 5");
    }

    @Test
    void theNumbersAreItsName() {
        assertThat(draw(at(0, 8), at(2, 6.5), at(10, 4)).name())
                .isEqualTo("Pain: 8, 6.5, 4 from 1 Nov 2026 to 11 Nov 2026.");
    }

    @Test
    void screenReadersFindTheNumbersInAHiddenTable() {
        var chart = draw(at(0, 8), at(2, 6));
        assertThat(chart.one(".unseen caption").text()).isEqualTo("Pain");
        assertThat(chart.page().select(".unseen thead th[scope=col]").eachText())
                .containsExactly("Date", "Measure", "Value");
        assertThat(chart.table()).containsExactly("1 Nov 2026 Pain 8", "3 Nov 2026 Pain 6");
        assertThat(chart.count("[role=img] table"))
                .as("a drawing hides what is within it")
                .isZero();
    }

    @Test
    void axisAndDaysAreWordsOfThePageAndNotOfTheDrawing() {
        var chart = draw(at(0, 8), at(2, 6));
        assertThat(chart.page().select(".chart-axis span").eachText()).containsExactly("10", "0");
        assertThat(chart.page().select(".chart-days span").eachText()).containsExactly("Sun 1 Nov", "Tue 3 Nov");
        assertThat(chart.count("svg text")).isZero();
    }

    @Test
    void daysOfTwoYearsNameTheirYears() {
        assertThat(draw(at(0, 8), at(90, 6)).page().select(".chart-days span").eachText())
                .containsExactly("1 Nov 2026", "30 Jan 2027");
    }

    @Test
    void oneValueIsOnePoint() {
        var chart = draw(at(0, 7));
        assertThat(chart.one("circle.chart-dot").attr("cx")).isEqualTo("100%");
        assertThat(chart.name()).isEqualTo("Pain: 7 on 1 Nov 2026.");
        assertThat(chart.page().select(".chart-days span").eachText()).containsExactly("Sun 1 Nov");
        assertThat(chart.table()).hasSize(1);
    }

    @Test
    void noValueIsSaidInWords() {
        var chart =
                Drawn.of(new Sparkline(daily(), Axis.of(0, 10)).withTarget(3).draw());
        assertThat(chart.html()).contains("No values yet").doesNotContain("svg");
    }

    @Test
    void valuesOfOneDayLieAboveEachOther() {
        var chart = draw(at(0, 10), at(0, 0));
        assertThat(chart.points(LINE)).containsExactly("1000 5", "1000 43");
    }

    @Test
    void equalValuesAreALevelLine() {
        assertThat(draw(at(0, 5), at(1, 5), at(2, 5)).points(LINE)).containsExactly("0 24", "500 24", "1000 24");
    }

    @Test
    void aValueOrATargetBeyondTheAxisMakesItLonger() {
        var chart = Drawn.of(
                new Sparkline(daily(12, 4), Axis.of(0, 10)).withTarget(-2).draw());
        assertThat(chart.page().select(".chart-axis span").eachText()).containsExactly("12", "-2");
        assertThat(chart.points(LINE).getFirst()).isEqualTo("0 5");
    }

    @Test
    void aThousandValuesStaySmall() {
        var chart = Drawn.of(new Sparkline(
                        daily(IntStream.range(0, 1000)
                                .mapToDouble(i -> i % 7 + 1 / 3.0)
                                .toArray()),
                        Axis.of(0, 10))
                .draw());
        assertThat(chart.points(LINE)).hasSize(1000);
        assertThat(chart.one(LINE).attr("d"))
                .hasSizeLessThan(12_000)
                .doesNotContainPattern(Pattern.compile("\\.\\d\\d"));
        assertThat(chart.name())
                .contains("1000 values", "first 0.3", "lowest 0.3", "highest 6.3")
                .hasSizeLessThan(200);
        assertThat(chart.table()).hasSize(1000);
    }

    @Test
    void markupInANameIsText() {
        var chart = Drawn.of(new Sparkline(new Series(Drawn.MARKUP, List.of(at(0, 1))), Axis.of(0, 10))
                .withDotted(new Series(Drawn.MARKUP, List.of(at(0, 2))))
                .draw());
        assertThat(chart.count("script, b")).isZero();
        assertThat(chart.one("caption").text()).isEqualTo(Drawn.MARKUP);
        assertThat(chart.seen()).contains("Dotted: " + Drawn.MARKUP);
        assertThat(chart.name()).startsWith(Drawn.MARKUP);
    }

    @Test
    void aValueThatIsNoNumberAndAnAxisWithoutLengthAreRefused() {
        assertThatThrownBy(() -> at(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Axis.of(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DayValue at(int day, double value) {
        return new DayValue(FIRST.plusDays(day), value);
    }

    private static Drawn draw(DayValue... values) {
        return Drawn.of(new Sparkline(new Series("Pain", List.of(values)), Axis.of(0, 10)).draw());
    }
}
