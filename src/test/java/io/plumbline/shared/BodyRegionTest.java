package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRegionTest {
    @Test
    void everyRegionOfTheChartHasANameOfItsOwnAndFitsItsColumn() {
        assertThat(BodyRegion.all()).hasSize(71);
        assertThat(BodyRegion.all()).extracting(BodyRegion::label).doesNotHaveDuplicates();
        assertThat(BodyRegion.all()).allSatisfy(region -> assertThat(region.code())
                .hasSizeLessThanOrEqualTo(Migrations.length("session_note_area", "region")));
        assertThat(new BodyRegion("back-lumbar-left").label()).isEqualTo("Lumbar paraspinals, left");
        assertThat(new BodyRegion("front-hand-left").label()).isEqualTo("Hand, left, front");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "back", "back-lumbar", "<script>"})
    void whatTheChartDoesNotHaveIsNoRegion(String code) {
        assertThatThrownBy(() -> new BodyRegion(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void painGoesFromNoneToTheWorst(int score) {
        assertThatThrownBy(() -> new Pain(score)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Pain.of(null)).isNull();
        assertThat(new Pain(0)).isEqualTo(Pain.of(0));
    }
}
