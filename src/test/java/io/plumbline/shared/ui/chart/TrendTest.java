package io.plumbline.shared.ui.chart;

import static io.plumbline.shared.ui.chart.Drawn.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ui.chart.Trend.Form;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weekly values as columns or as a line. */
class TrendTest {
    private static final Axis PERCENT = new Axis(0, 100, " %");

    @Test
    void columnsStandAtTheirWeeksAndAMissingWeekIsAGap() {
        var chart = draw(Form.COLUMNS, at(0, 50), at(1, 100), at(3, 25));
        assertThat(chart.page().select("rect.chart-fill").eachAttr("x")).containsExactly("0%", "25%", "75%");
        assertThat(chart.page().select("rect.chart-fill").eachAttr("width")).containsOnly("20%");
        assertThat(chart.page().select("rect.chart-fill").eachAttr("height")).containsExactly("43", "86", "21.5");
        assertThat(chart.count("path")).isZero();
    }

    @Test
    void aLineEndsAtItsMarkedLastWeek() {
        var chart = draw(Form.LINE, at(0, 50), at(1, 100), at(4, 0));
        assertThat(chart.points("path.chart-line")).containsExactly("0 48", "250 5", "1000 91");
        assertThat(chart.one("circle.chart-dot").attr("cy")).isEqualTo("91");
        assertThat(chart.count("rect")).isZero();
    }

    @Test
    void theTargetIsDashedAboveTheColumnsAndSaidInWords() {
        var chart = Drawn.of(new Trend(weeks(at(0, 50)), PERCENT, Form.COLUMNS)
                .withTarget(100)
                .draw());
        assertThat(chart.one("line.chart-target").attr("y1")).isEqualTo("5");
        assertThat(chart.one("line.chart-target").elementSiblingIndex())
                .isGreaterThan(chart.one("rect.chart-fill").elementSiblingIndex());
        assertThat(chart.seen()).contains("Dashed: target 100 %");
        assertThat(chart.name()).endsWith("Target 100 %.");
    }

    @Test
    void theTargetNeverCutsTheLine() {
        var chart = Drawn.of(new Trend(weeks(at(0, 50), at(1, 100)), PERCENT, Form.LINE)
                .withTarget(75)
                .draw());
        assertThat(chart.one("line.chart-target").elementSiblingIndex())
                .isLessThan(chart.one("svg > svg").elementSiblingIndex());
    }

    @Test
    void theAxisItsWeeksAndTheLastValueAreLabeled() {
        var chart = draw(Form.COLUMNS, at(0, 50), at(1, 72));
        assertThat(chart.page().select(".chart-axis span").eachText()).containsExactly("100 %", "0 %");
        assertThat(chart.page().select(".chart-days span").eachText()).containsExactly("Sun 1 Nov", "Sun 8 Nov");
        assertThat(chart.one(".chart-end").text()).isEqualTo("72 %");
        assertThat(chart.count("svg text")).isZero();
    }

    @Test
    void theNumbersAreItsNameAndItsHiddenTable() {
        var chart = draw(Form.LINE, at(0, 50), at(1, 72));
        assertThat(chart.name()).isEqualTo("Response target met: 50 %, 72 % from 1 Nov 2026 to 8 Nov 2026.");
        assertThat(chart.table()).containsExactly("1 Nov 2026 50 %", "8 Nov 2026 72 %");
    }

    @Test
    void aColumnBelowZeroHangsFromTheZeroLine() {
        var chart = Drawn.of(new Trend(weeks(at(0, 10), at(1, -10)), Axis.of(-10, 10), Form.COLUMNS).draw());
        assertThat(chart.page().select("rect.chart-fill").eachAttr("y")).containsExactly("5", "48");
    }

    @Test
    void onlyZerosAreDrawnOnAnAxis() {
        var none = weeks(at(0, 0), at(1, 0));
        var chart = Drawn.of(new Trend(none, Axis.fromZero(none, ""), Form.COLUMNS).draw());
        assertThat(chart.page().select("rect.chart-fill").eachAttr("height")).containsOnly("0");
        assertThat(chart.page().select(".chart-axis span").eachText()).containsExactly("1", "0");
    }

    @Test
    void anAxisFromZeroEndsAtARoundNumber() {
        assertThat(Axis.fromZero(weeks(at(0, 23)), "").high()).isEqualTo(30);
        assertThat(Axis.fromZero(weeks(at(0, 9)), "").high()).isEqualTo(9);
        assertThat(Axis.fromZero(weeks(at(0, 951)), "").high()).isEqualTo(1000);
        assertThat(Axis.fromZero(weeks(), "").high()).isEqualTo(1);
    }

    @Test
    void oneWeekIsOneColumnOrOnePoint() {
        assertThat(draw(Form.COLUMNS, at(0, 50)).one("rect.chart-fill").attr("width"))
                .isEqualTo("80%");
        assertThat(draw(Form.LINE, at(0, 50)).one("circle.chart-dot").attr("cx"))
                .isEqualTo("100%");
    }

    @Test
    void noWeekIsSaidInWords() {
        assertThat(draw(Form.COLUMNS).html()).contains("No values yet").doesNotContain("svg");
    }

    @Test
    void aThousandWeeksAreDrawnWithVisibleColumns() {
        var chart = draw(
                Form.COLUMNS,
                IntStream.range(0, 1000).mapToObj(i -> at(i, i % 100)).toArray(DayValue[]::new));
        assertThat(chart.page().select("rect.chart-fill").eachAttr("width"))
                .hasSize(1000)
                .doesNotContain("0%");
        assertThat(chart.name()).hasSizeLessThan(200);
    }

    @Test
    void markupInANameIsText() {
        var chart = Drawn.of(
                new Trend(new Series(Drawn.MARKUP, List.of(at(0, 1))), new Axis(0, 1, Drawn.MARKUP), Form.LINE).draw());
        assertThat(chart.count("script, b")).isZero();
        assertThat(chart.seen()).contains("1" + Drawn.MARKUP);
        assertThat(chart.table()).containsExactly("1 Nov 2026 1" + Drawn.MARKUP);
    }

    private static DayValue at(int week, double value) {
        return new DayValue(FIRST.plusWeeks(week), value);
    }

    private static Series weeks(DayValue... values) {
        return new Series("Response target met", List.of(values));
    }

    private static Drawn draw(Form form, DayValue... values) {
        return Drawn.of(new Trend(weeks(values), PERCENT, form).draw());
    }
}
