package io.plumbline.shared.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ui.chart.Funnel.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stages with their numbers and what comes of the stage before. */
class FunnelTest {
    @Test
    void eachStageHasItsNumberAndItsPercentOfTheStageBefore() {
        var chart = draw(new Stage("Received", 40), new Stage("Contacted", 30), new Stage("Booked", 10));
        assertThat(chart.name()).isEqualTo("Funnel: Received 40, Contacted 30 (75%), Booked 10 (33%)");
        assertThat(chart.page().select(".chart-stages > span").eachText())
                .containsExactly("Received", "40", "Contacted", "30", "75%", "Booked", "10", "33%");
        assertThat(chart.one(".chart-note").text()).isEqualTo("Percent of the stage before");
        assertThat(chart.table()).containsExactly("Received 40", "Contacted 30 75%", "Booked 10 33%");
    }

    @Test
    void theBarsCompareWithTheLargestStage() {
        var chart = draw(new Stage("Received", 40), new Stage("Contacted", 30), new Stage("Booked", 0));
        assertThat(chart.page().select("rect.chart-fill").eachAttr("width")).containsExactly("100%", "75%", "0%");
    }

    @Test
    void aStageMayHaveMoreThanTheOneBefore() {
        var chart = draw(new Stage("Contacted", 2), new Stage("Booked", 4));
        assertThat(chart.name()).endsWith("Booked 4 (200%)");
        assertThat(chart.page().select("rect.chart-fill").eachAttr("width")).containsExactly("50%", "100%");
    }

    @Test
    void aStageAfterAnEmptyOneHasNoPercent() {
        var chart = draw(new Stage("Received", 4), new Stage("Contacted", 0), new Stage("Booked", 0));
        assertThat(chart.name()).isEqualTo("Funnel: Received 4, Contacted 0 (0%), Booked 0");
    }

    @Test
    void noLeadsAreEmptyBars() {
        var chart = draw(new Stage("Received", 0), new Stage("Contacted", 0));
        assertThat(chart.page().select("rect.chart-fill").eachAttr("width")).containsOnly("0%");
    }

    @Test
    void oneStageHasNoPercent() {
        assertThat(draw(new Stage("Received", 1200)).name()).isEqualTo("Funnel: Received 1,200");
    }

    @Test
    void noStageIsSaidInWords() {
        assertThat(draw().html()).contains("No values yet").doesNotContain("svg");
    }

    @Test
    void aThousandStagesAreDrawn() {
        var stages =
                IntStream.range(0, 1000).mapToObj(i -> new Stage("S" + i, i)).toArray(Stage[]::new);
        assertThat(draw(stages).table()).hasSize(1000);
    }

    @Test
    void markupInANameIsText() {
        var chart = draw(new Stage(Drawn.MARKUP, 1));
        assertThat(chart.count("script, b")).isZero();
        assertThat(chart.seen()).startsWith(Drawn.MARKUP + " 1");
        assertThat(chart.table()).containsExactly(Drawn.MARKUP + " 1");
    }

    private static Drawn draw(Stage... stages) {
        return Drawn.of(new Funnel("Funnel", List.of(stages)).draw());
    }
}
