package io.plumbline.taper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan whose care began before it was written. */
class StartedCareTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Predicate<LocalDate> WEEKDAYS =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    @Test
    void theFirstVisitsOfAServiceAreCarriedOverAndTheOthersFollowFromToday() {
        var care = StartedCare.of(TODAY.minusWeeks(5), weekly(6), carried(4), TODAY, WEEKDAYS);
        assertThat(care.before())
                .extracting(Taper.Visit::on)
                .containsExactly(TODAY.minusWeeks(5), TODAY.minusWeeks(4), TODAY.minusWeeks(3), TODAY.minusWeeks(2));
        assertThat(care.ahead()).extracting(Taper.Visit::on).containsExactly(TODAY, TODAY.plusWeeks(1));
    }

    @Test
    void visitsFillThePhasesInTheirOrder() {
        var services = List.of(
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, 3),
                new PlannedService(PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, null, Frequency.FORTNIGHTLY, 3));
        var care = StartedCare.of(TODAY.minusWeeks(8), services, carried(4), TODAY, WEEKDAYS);
        assertThat(care.before())
                .extracting(visit -> visit.planned().phase())
                .containsExactly(PlanPhase.RELIEF, PlanPhase.RELIEF, PlanPhase.RELIEF, PlanPhase.CORRECTIVE);
    }

    @Test
    void aPlanWithoutVisitsOfBeforeKeepsItsDaysAlsoInThePast() {
        var start = TODAY.minusWeeks(2);
        var care = StartedCare.of(start, weekly(4), List.of(), TODAY, WEEKDAYS);
        assertThat(care.before()).isEmpty();
        assertThat(care.ahead()).isEqualTo(Taper.visits(start, weekly(4), WEEKDAYS));
    }

    @Test
    void moreVisitsThanThePlanHasAreRefused() {
        assertRefused(
                TODAY.minusWeeks(20),
                4,
                carried(5),
                "Massage: 5 visits cannot be carried over, because the plan has 4");
    }

    @Test
    void visitsOfAServiceThatIsNotPlannedAreRefused() {
        assertRefused(
                TODAY.minusWeeks(20),
                4,
                List.of(new CarriedOver(AppointmentType.ADJUSTMENT, 1)),
                "Adjustment: 1 visit cannot be carried over, because the plan has 0");
    }

    @Test
    void aPlanOfWhichNothingRemainsIsRefused() {
        assertRefused(
                TODAY.minusWeeks(20),
                4,
                carried(4),
                "All visits of the plan would be carried over. Plan at least one more");
    }

    @Test
    void aVisitOfBeforeIsBeforeToday() {
        assertRefused(
                TODAY.minusWeeks(2),
                6,
                carried(3),
                "Massage: a visit that is carried over would be on " + Dates.longDay(TODAY)
                        + ". Choose an earlier start, or carry over fewer visits");
    }

    @Test
    void noneOrMoreThanSixtyVisitsAreNotCarriedOver() {
        assertThatThrownBy(() -> new CarriedOver(AppointmentType.MASSAGE, 0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new CarriedOver(AppointmentType.MASSAGE, 61)).isInstanceOf(Refused.class);
    }

    static Stream<Long> seeds() {
        return new Random(20261124).longs(200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noVisitIsLostAndWhatRemainsIsNotBeforeToday(long seed) {
        var random = new Random(seed);
        var services = new ArrayList<PlannedService>();
        for (var phase : PlanPhase.values()) {
            services.add(new PlannedService(
                    phase,
                    AppointmentType.MASSAGE,
                    null,
                    Frequency.values()[random.nextInt(Frequency.values().length)],
                    1 + random.nextInt(6)));
        }
        var start = TODAY.minusDays(1L + random.nextInt(700));
        var all = Taper.visits(start, services, WEEKDAYS);
        var possible =
                (int) all.stream().filter(visit -> visit.on().isBefore(TODAY)).count();
        var given = Math.clamp(possible, 0, all.size() - 1);
        if (given == 0) {
            return;
        }
        var care = StartedCare.of(start, services, carried(given), TODAY, WEEKDAYS);
        assertThat(care.before()).hasSize(given).isEqualTo(all.subList(0, given));
        assertThat(care.all()).hasSameSizeAs(all);
        assertThat(care.ahead()).allMatch(visit -> !visit.on().isBefore(TODAY));
        assertThat(care.ahead())
                .isSortedAccordingTo((one, other) -> (int) ChronoUnit.DAYS.between(other.on(), one.on()));
    }

    private static void assertRefused(LocalDate start, int visits, List<CarriedOver> carried, String why) {
        var services = weekly(visits);
        assertThatThrownBy(() -> StartedCare.of(start, services, carried, TODAY, WEEKDAYS))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
    }

    private static List<PlannedService> weekly(int visits) {
        return List.of(new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, visits));
    }

    private static List<CarriedOver> carried(int visits) {
        return List.of(new CarriedOver(AppointmentType.MASSAGE, visits));
    }
}
