package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.Migrations;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRegionTest {
    /** Of these less than 16 units of the drawing are to be seen beside their neighbors and the outline of the body. */
    private static final Pattern NARROW = Pattern.compile(
            ".*-(shoulder|shoulder-back|neck|neck-back|waist|hand|hand-back|forearm|forearm-back|upper-arm|upper-arm-back"
                    + "|adductors|groin|foot|heel|thoracic|lumbar|hip-side|si-joint)-(left|right)");

    @Test
    void everyBodyRegionHasAUniqueNameAndFitsItsColumn() {
        assertThat(BodyRegion.all()).hasSize(71);
        assertThat(BodyRegion.all()).extracting(BodyRegion::label).doesNotHaveDuplicates();
        assertThat(BodyRegion.all()).allSatisfy(region -> assertThat(region.code())
                .hasSizeLessThanOrEqualTo(Migrations.length("session_note_area", "region")));
        assertThat(new BodyRegion("back-lumbar-left").label()).isEqualTo("Lumbar paraspinals, left");
        assertThat(new BodyRegion("front-hand-left").label()).isEqualTo("Hand, left, front");
    }

    /** The chart is 300 px wide on a small phone, and 400 on a wide screen. */
    @ParameterizedTest
    @ValueSource(strings = {"left", "right"})
    void anSiJointHasATouchTargetOf24PixelsOnASmallPhone(String side) {
        var drawing = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(BodyRegion.chart());
        assertThat(drawing.find()).isTrue();
        var target = Pattern.compile(
                        "<rect [^>]*data-region=\"back-si-joint-" + side + "\" [^>]*width=\"(\\d+)\" height=\"(\\d+)\"")
                .matcher(BodyRegion.chart());
        assertThat(target.find()).isTrue();
        var scale = 300.0 / Integer.parseInt(drawing.group(1));
        assertThat(Integer.parseInt(target.group(1)) * scale).isGreaterThanOrEqualTo(24);
        assertThat(Integer.parseInt(target.group(2)) * scale).isGreaterThanOrEqualTo(24);
    }

    /** The drawing of one body is 184 units wide, and at least 512 px; see {@code BodyChart} and {@code .chart-large}. */
    @Test
    void everyRegionThatIsDrawnNarrowHasATargetOf44PixelsOnTheFrontOrTheBackAlone() {
        var least = 44 * 184.0 / 512;
        var targets = Pattern.compile(
                        "<rect class=\"bc-hit\" data-region=\"([^\"]+)\" [^>]*width=\"(\\d+)\" height=\"(\\d+)\"")
                .matcher(BodyRegion.chart())
                .results()
                .toList();
        assertThat(targets).allSatisfy(target -> {
            assertThat(Double.parseDouble(target.group(2))).as(target.group(1)).isGreaterThanOrEqualTo(least);
            assertThat(Double.parseDouble(target.group(3))).as(target.group(1)).isGreaterThanOrEqualTo(least);
        });
        assertThat(targets)
                .extracting(target -> new BodyRegion(target.group(1)).code())
                .doesNotHaveDuplicates()
                .contains("back-sacrum")
                .containsAll(BodyRegion.all().stream()
                        .map(BodyRegion::code)
                        .filter(code -> NARROW.matcher(code).matches())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "back", "back-lumbar", "<script>"})
    void anUnknownBodyRegionIsRefused(String code) {
        assertThatThrownBy(() -> new BodyRegion(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void aPainScoreOutOfRangeIsRefused(int score) {
        assertThatThrownBy(() -> new Pain(score)).isInstanceOf(Refused.class);
        assertThat(Pain.of(null)).isNull();
        assertThat(new Pain(0)).isEqualTo(Pain.of(0));
    }
}
