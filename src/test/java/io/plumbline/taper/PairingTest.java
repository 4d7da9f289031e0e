package io.plumbline.taper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.CombinedCare;
import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.taper.Pairing.State;
import io.plumbline.taper.Pairing.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A massage is paired with one adjustment, by the rule of the clinic; maintenance care has a rule of its own. */
class PairingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    /** A letter for a service and the day on which it is, such as A0 M0 A7 M9. */
    @ParameterizedTest
    @CsvSource({
        "A0 M0,0,M0=PAIRED",
        "A0 M1,0,M1=UNPAIRED",
        "A0 M1,1,M1=PAIRED",
        "M0 A1,3,M0=UNPAIRED",
        "A0 M2 M3,3,M2=PAIRED M3=UNPAIRED",
        "A0 A2 M2 M3,3,M2=PAIRED M3=PAIRED",
        "A0 M4,3,M4=UNPAIRED"
    })
    void aMassageHasAnAdjustmentOfItsOwnWithinTheDays(String visits, int within, String expected) {
        assertThat(words(Pairing.of(of(PlanPhase.RELIEF, visits), new CombinedCare(within, null))))
                .isEqualTo(expected);
    }

    @Test
    void aMassageOfAPhaseWithoutAdjustmentsIsNotToBePaired() {
        var visits = new ArrayList<>(of(PlanPhase.RELIEF, "M0 M7"));
        visits.addAll(of(PlanPhase.CORRECTIVE, "A14 M14"));
        assertThat(words(Pairing.of(visits, CombinedCare.SAME_DAY))).isEqualTo("M14=PAIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "A0 M0 M30 M60,3,M0=PAIRED",
        "A0 M0 M30 M60 M90,3,M0=PAIRED M90=CHECK_DUE",
        "A0 M0 M30 M60 A90 M90,3,M0=PAIRED M90=PAIRED",
        "A0 M0 M30 M60 M90 M120,3,M0=PAIRED M90=CHECK_DUE M120=CHECK_DUE",
        "A0 M30 M60 A75 M90,3,''",
        "A0 M0 M30,1,M0=PAIRED M30=CHECK_DUE"
    })
    void maintenanceCareHasAnAlignmentCheckWithEverySoManyMassages(String visits, int every, String expected) {
        assertThat(words(Pairing.of(of(PlanPhase.MAINTAIN, visits), new CombinedCare(0, every))))
                .isEqualTo(expected);
    }

    @Test
    void aPlanOfMassagesAloneNeedsNoAlignmentCheck() {
        assertThat(Pairing.of(of(PlanPhase.MAINTAIN, "M0 M30 M60 M90"), new CombinedCare(0, 2)))
                .isEmpty();
    }

    @Test
    void maintenanceCareIsPairedLikeAnyPhaseWhereTheClinicHasNoRuleForIt() {
        assertThat(words(Pairing.of(of(PlanPhase.MAINTAIN, "A0 M0 M30"), CombinedCare.SAME_DAY)))
                .isEqualTo("M0=PAIRED M30=UNPAIRED");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverMorePairsThanAdjustmentsAndAWiderWindowLosesNone(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var visits = new ArrayList<Treatment<Integer>>();
            for (int i = 0; i < 20; i++) {
                visits.add(new Treatment<>(
                        i,
                        PlanPhase.RELIEF,
                        random.nextBoolean() ? AppointmentType.ADJUSTMENT : AppointmentType.MASSAGE,
                        DAY.plusDays(random.nextInt(30))));
            }
            var within = random.nextInt(4);
            var pairs = pairs(visits, within);
            assertThat(pairs).isLessThanOrEqualTo((int) visits.stream()
                    .filter(visit -> visit.service() == AppointmentType.ADJUSTMENT)
                    .count());
            assertThat(pairs(visits, within + 1)).isGreaterThanOrEqualTo(pairs);
            var shuffled = new ArrayList<>(visits);
            Collections.shuffle(shuffled, random);
            assertThat(pairs(shuffled, within))
                    .as("the order of the list does not matter")
                    .isEqualTo(pairs);
        }
    }

    @Test
    void numbersThatNoClinicMeansAreRefused() {
        assertThatThrownBy(() -> new CombinedCare(8, null))
                .isInstanceOf(Refused.class)
                .hasMessage("A massage follows its adjustment within 0 to 7 days");
        assertThatThrownBy(() -> new CombinedCare(0, 0))
                .isInstanceOf(Refused.class)
                .hasMessage("An alignment check is due with every 1 to 12 massages");
    }

    private static int pairs(List<Treatment<Integer>> visits, int within) {
        return Collections.frequency(
                Pairing.of(visits, new CombinedCare(within, null)).values(), State.PAIRED);
    }

    private static List<Treatment<String>> of(PlanPhase phase, String visits) {
        return List.of(visits.split(" ")).stream()
                .map(visit -> new Treatment<>(
                        visit,
                        phase,
                        visit.startsWith("A") ? AppointmentType.ADJUSTMENT : AppointmentType.MASSAGE,
                        DAY.plusDays(Integer.parseInt(visit.substring(1)))))
                .toList();
    }

    private static String words(Map<String, State> states) {
        return states.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(visit -> Integer.parseInt(visit.substring(1)))))
                .map(state -> state.getKey() + "=" + state.getValue())
                .collect(Collectors.joining(" "));
    }
}
