package io.plumbline.shared.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ui.chart.DayStrip.Block;
import io.plumbline.shared.ui.chart.DayStrip.Lane;
import io.plumbline.shared.ui.chart.DayStrip.Status;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day as a strip. */
class DayStripTest {
    private static final Block NINE = new Block(LocalTime.of(9, 0), 60, "Ruth Salem", Status.DONE);
    private static final Block TEN = new Block(LocalTime.of(10, 0), 30, "Ana Vidal", Status.HERE);
    private static final Block NOON = new Block(LocalTime.of(12, 0), 60, "Hana Sato", Status.AHEAD);
    private static final Block FIVE = new Block(LocalTime.of(17, 15), 45, "Carl Berg", Status.MISSED);

    @Test
    void aBlockIsAsLongAsItsMinutesInADayOfFullHours() {
        var chart = strip(LocalTime.of(10, 48), new Lane("Lena", List.of(NINE, NOON, FIVE)));
        assertThat(chart.page().select("rect").eachAttr("x")).containsExactly("0%", "33.3%", "91.7%");
        assertThat(chart.page().select("rect").eachAttr("width")).containsExactly("11.1%", "11.1%", "8.3%");
        assertThat(chart.page().select(".chart-names .chart-now").eachText())
                .containsExactly("09:00", "13:00", "15:00", "17:00", "Now 10:48");
    }

    @Test
    void aShortDayIsDrawnForSixHoursSoThatOneVisitIsNoBarAcrossThePage() {
        assertThat(strip(LocalTime.of(9, 30), new Lane("Lena", List.of(NINE)))
                        .one("rect")
                        .attr("width"))
                .isEqualTo("16.7%");
        var late = new Block(LocalTime.of(23, 30), 60, "Ruth Salem", Status.AHEAD);
        var chart = strip(LocalTime.of(23, 0), new Lane("Lena", List.of(late)));
        assertThat(chart.one("rect").attr("x")).isEqualTo("91.7%");
        assertThat(chart.one("rect").attr("width"))
                .as("the day ends at midnight")
                .isEqualTo("8.3%");
    }

    @Test
    void eachStatusHasItsOwnShapeAndTheLegendNamesOnlyThoseInSight() {
        var late = new Block(LocalTime.of(9, 0), 60, "Ruth Salem", Status.LATE);
        var chart = strip(LocalTime.of(9, 30), new Lane("Lena", List.of(late, TEN, NOON, FIVE)));
        assertThat(chart.count("circle.chart-late")).isOne();
        assertThat(chart.count("path.missed")).isOne();
        assertThat(chart.one("rect.chart-fill").attr("x")).isEqualTo("11.1%");
        assertThat(chart.one(".chart-note").text())
                .isEqualTo("Filled: here. Hollow: booked. With a dot: late. Cross: missed.");
    }

    @Test
    void theLineOfTheTimeCrossesEveryLaneWhileTheDayLasts() {
        var two = List.of(new Lane("Lena", List.of(NINE)), new Lane("Tom", List.of(NOON)));
        assertThat(Drawn.of(new DayStrip("Today", two, LocalTime.of(12, 0)).draw())
                        .page()
                        .select("line.chart-tick")
                        .eachAttr("x1"))
                .containsExactly("50%", "50%");
        assertThat(Drawn.of(new DayStrip("Today", two, LocalTime.of(20, 0)).draw())
                        .count("line.chart-tick"))
                .isZero();
    }

    @Test
    void theBlocksOfALaneWithoutANameAreNamed() {
        assertThat(strip(LocalTime.NOON, new Lane("", List.of(NINE, TEN)))
                        .page()
                        .select(".chart-phase")
                        .eachText())
                .containsExactly("Ruth Salem", "Ana Vidal");
        assertThat(strip(LocalTime.NOON, new Lane("Lena", List.of(NINE))).count(".chart-phase"))
                .isZero();
    }

    @Test
    void aSentenceAndAHiddenTableSayTheSame() {
        var chart = strip(LocalTime.of(10, 10), new Lane("Lena", List.of(NINE, TEN, NOON)));
        assertThat(chart.name()).isEqualTo("Today: 1 done, 1 here, 1 booked. It is 10:10.");
        assertThat(chart.table())
                .containsExactly(
                        "09:00–10:00 Ruth Salem Lena done",
                        "10:00–10:30 Ana Vidal Lena here",
                        "12:00–13:00 Hana Sato Lena booked");
    }

    @Test
    void anEmptyDayIsText() {
        assertThat(Drawn.of(new DayStrip("Today", List.of(), LocalTime.NOON).draw())
                        .html())
                .contains("No values yet")
                .doesNotContain("svg");
    }

    private static Drawn strip(LocalTime now, Lane lane) {
        return Drawn.of(new DayStrip("Today", List.of(lane), now).draw());
    }
}
