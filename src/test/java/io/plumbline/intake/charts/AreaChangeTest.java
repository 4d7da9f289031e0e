package io.plumbline.intake.charts;

import static io.plumbline.intake.charts.AreaChange.Kind.GONE;
import static io.plumbline.intake.charts.AreaChange.Kind.INTENSITY;
import static io.plumbline.intake.charts.AreaChange.Kind.NEW;
import static io.plumbline.intake.charts.AreaChange.Kind.QUALITY;
import static io.plumbline.intake.charts.AreaChange.Kind.RADIATION;
import static io.plumbline.intake.charts.AreaChange.Kind.STRONGER;
import static io.plumbline.intake.charts.AreaChange.Kind.WEAKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.charts.AreaChange.Difference;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two body charts compared: what is new, gone, stronger, weaker, of another quality or radiates elsewhere. */
class AreaChangeTest {
    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");
    private static final BodyRegion GLUTE = new BodyRegion("back-glute-left");

    @Test
    void aRegionIsNewOrGone() {
        var lumbar = area("sharp", 6, GLUTE);
        assertThat(AreaChange.between(List.of(), List.of(lumbar)))
                .containsExactly(new AreaChange(
                        LUMBAR, List.of(new Difference(NEW, "", "6 of 10, sharp, radiates to " + GLUTE.label()))));
        assertThat(AreaChange.between(List.of(area("", null, null)), List.of()))
                .containsExactly(new AreaChange(LUMBAR, List.of(new Difference(GONE, "intensity not recorded", ""))));
    }

    @Test
    void aRegionIsStrongerOrWeaker() {
        assertThat(differences(area("", 3, null), area("", 6, null)))
                .containsExactly(new Difference(STRONGER, "3 of 10", "6 of 10"));
        assertThat(differences(area("", 6, null), area("", 0, null)))
                .containsExactly(new Difference(WEAKER, "6 of 10", "0 of 10"));
    }

    @Test
    void anIntensityThatIsRecordedOnlyOnceIsNeitherStrongerNorWeaker() {
        assertThat(differences(area("", null, null), area("", 5, null)))
                .containsExactly(new Difference(INTENSITY, "intensity not recorded", "5 of 10"));
    }

    @Test
    void qualityAndRadiationDifferBesideTheIntensity() {
        assertThat(differences(area("ache", 3, null), area("burning, like a belt", 2, GLUTE)))
                .containsExactly(
                        new Difference(WEAKER, "3 of 10", "2 of 10"),
                        new Difference(QUALITY, "ache", "burning, like a belt"),
                        new Difference(RADIATION, "nowhere", GLUTE.label()));
    }

    @Test
    void theSameInOtherOrderIsNoDifference() {
        var sacrum = new MarkedArea(new BodyRegion("back-sacrum"), "", new Pain(1), null);
        assertThat(AreaChange.between(
                        List.of(area("ache, sharp", 4, null), sacrum), List.of(sacrum, area("Sharp, ache", 4, null))))
                .isEmpty();
    }

    @Test
    void regionsStandInTheOrderOfTheLaterChartAndThoseGoneAfterThem() {
        var sacrum = new MarkedArea(new BodyRegion("back-sacrum"), "", null, null);
        var glute = new MarkedArea(GLUTE, "", null, null);
        assertThat(AreaChange.between(List.of(sacrum), List.of(glute, area("", 1, null))))
                .extracting(AreaChange::region)
                .containsExactly(GLUTE, LUMBAR, sacrum.region());
    }

    private static List<Difference> differences(MarkedArea before, MarkedArea after) {
        return AreaChange.between(List.of(before), List.of(after)).getFirst().differences();
    }

    private static MarkedArea area(String quality, @Nullable Integer intensity, @Nullable BodyRegion radiatingTo) {
        return new MarkedArea(LUMBAR, quality, Pain.of(intensity), radiatingTo);
    }
}
