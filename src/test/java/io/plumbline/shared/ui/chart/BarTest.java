package io.plumbline.shared.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A part of a whole as a bar. */
class BarTest {
    @Test
    void theBarIsAsLongAsItsShare() {
        var chart = draw(new Bar("Adjustments", 11, 22));
        assertThat(chart.one("rect.chart-ground").attr("width")).isEqualTo("100%");
        assertThat(chart.one("rect.chart-fill").attr("width")).isEqualTo("50%");
        assertThat(chart.seen()).isEqualTo("Adjustments 11 of 22");
        assertThat(chart.count("line")).isZero();
    }

    @Test
    void theTickIsALineAndSaidInWords() {
        var chart = draw(new Bar("Adjustments", 5, 20).withTick("due by today", 10));
        assertThat(chart.one("line.chart-tick").attr("x1")).isEqualTo("50%");
        assertThat(chart.seen()).contains("Line: due by today 10");
        assertThat(chart.name()).isEqualTo("Adjustments: 5 of 20, due by today 10.");
        assertThat(chart.table()).containsExactly("Adjustments 5", "Of 20", "due by today 10");
    }

    @Test
    void moreThanTheWholeGoesBeyondIt() {
        var chart = draw(new Bar("Adjustments", 20, 10));
        assertThat(chart.one("rect.chart-fill").attr("width")).isEqualTo("100%");
        assertThat(chart.one("rect.chart-ground").attr("width")).isEqualTo("50%");
    }

    @Test
    void nothingOfNothingIsAnEmptyBar() {
        var chart = draw(new Bar("Adjustments", 0, 0));
        assertThat(chart.one("rect.chart-fill").attr("width")).isEqualTo("0%");
        assertThat(chart.name()).isEqualTo("Adjustments: 0 of 0.");
    }

    @Test
    void aShareIsRoundedToOneDecimal() {
        assertThat(draw(new Bar("Adjustments", 1, 3)).one("rect.chart-fill").attr("width"))
                .isEqualTo("33.3%");
    }

    @Test
    void markupInANameIsText() {
        var chart = draw(new Bar(Drawn.MARKUP, 1, 3).withTick(Drawn.MARKUP, 2));
        assertThat(chart.count("script, b")).isZero();
        assertThat(chart.seen()).startsWith(Drawn.MARKUP).endsWith("Line: " + Drawn.MARKUP + " 2");
        assertThat(chart.one("caption").text()).isEqualTo(Drawn.MARKUP);
    }

    private static Drawn draw(Bar bar) {
        return Drawn.of(bar.draw());
    }
}
