package io.plumbline.taper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaperTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Predicate<LocalDate> ALWAYS = day -> true;
    private static final Predicate<LocalDate> WEEKDAYS =
            day -> !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
    private static final int CASES = 300;

    /** A plan as anybody might write it, on a clinic as any might be. */
    record Case(long seed, LocalDate start, List<PlannedService> services, Set<LocalDate> closed) {
        boolean isOpen(LocalDate day) {
            return WEEKDAYS.test(day) && !closed.contains(day);
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Case> cases() {
        return new Random(20261124).longs(CASES).mapToObj(TaperTest::arbitrary);
    }

    private static Case arbitrary(long seed) {
        var random = new Random(seed);
        var start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
        var services = new ArrayList<PlannedService>();
        for (var phase : PlanPhase.values()) {
            for (var service : AppointmentType.treatments()) {
                if (random.nextInt(3) == 0) {
                    var frequency = Frequency.values()[random.nextInt(Frequency.values().length)];
                    services.add(new PlannedService(phase, service, null, frequency, 1 + random.nextInt(8)));
                }
            }
        }
        var closed = new HashSet<LocalDate>();
        for (int i = 0; i < 40; i++) {
            closed.add(start.plusDays(random.nextInt(400)));
        }
        return new Case(seed, start, services, closed);
    }

    @Test
    void weeklyFourTimesThenFortnightlyFourTimesThenMonthlyThreeTimesIsElevenVisits() {
        var days = Taper.visits(TUESDAY, Taper.usual(), WEEKDAYS).stream()
                .map(Taper.Visit::on)
                .map(LocalDate::toString)
                .toList();
        assertThat(days)
                .containsExactly(
                        "2026-11-24",
                        "2026-12-01",
                        "2026-12-08",
                        "2026-12-15",
                        "2026-12-22",
                        "2027-01-05",
                        "2027-01-19",
                        "2027-02-02",
                        "2027-02-16",
                        "2027-03-16",
                        "2027-04-16");
    }

    @Test
    void aVisitOnAClosedDayMovesToTheNextOpenDayAndTheOthersStay() {
        var newYear = LocalDate.of(2027, 1, 1);
        var weekly = List.of(massage(PlanPhase.RELIEF, Frequency.WEEKLY, 3));
        var days =
                Taper.visits(newYear.minusWeeks(1), weekly, day -> WEEKDAYS.test(day) && !day.equals(newYear)).stream()
                        .map(Taper.Visit::on)
                        .toList();
        assertThat(days).containsExactly(newYear.minusWeeks(1), LocalDate.of(2027, 1, 4), newYear.plusWeeks(1));
    }

    @Test
    void theLastDayOfAMonthDoesNotDriftThroughShortMonths() {
        var monthly = List.of(massage(PlanPhase.MAINTAIN, Frequency.MONTHLY, 4));
        assertThat(Taper.visits(LocalDate.of(2026, 12, 31), monthly, ALWAYS))
                .extracting(Taper.Visit::on)
                .extracting(LocalDate::toString)
                .containsExactly("2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31");
    }

    @Test
    void servicesOfAPhaseRunInParallelAndTheNextPhaseWaitsForTheLongest() {
        var services = List.of(
                new PlannedService(PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, null, Frequency.WEEKLY, 2),
                massage(PlanPhase.RELIEF, Frequency.FORTNIGHTLY, 2),
                massage(PlanPhase.MAINTAIN, Frequency.MONTHLY, 1));
        assertThat(Taper.visits(TUESDAY, services, ALWAYS))
                .extracting(visit -> visit.planned().service() + " " + visit.on())
                .containsExactly(
                        "ADJUSTMENT 2026-11-24",
                        "MASSAGE 2026-11-24",
                        "ADJUSTMENT 2026-12-01",
                        "MASSAGE 2026-12-08",
                        "MASSAGE 2026-12-22");
    }

    @Test
    void phasesAreOrderedByCareNotByInput() {
        var lines = List.of(
                massage(PlanPhase.MAINTAIN, Frequency.MONTHLY, 1),
                massage(PlanPhase.RELIEF, Frequency.WEEKLY, 1),
                massage(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 1));
        assertThat(Taper.visits(TUESDAY, lines, ALWAYS))
                .extracting(visit -> visit.planned().phase())
                .containsExactly(PlanPhase.RELIEF, PlanPhase.CORRECTIVE, PlanPhase.MAINTAIN);
    }

    @Test
    void aPlanForAClinicThatNeverOpensIsRefused() {
        var weekly = List.of(massage(PlanPhase.RELIEF, Frequency.WEEKLY, 1));
        assertThatThrownBy(() -> Taper.visits(TUESDAY, weekly, day -> false)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aPlanHasThePlannedNumberOfVisitsOfEachService(Case plan) {
        var visits = Taper.visits(plan.start(), plan.services(), plan::isOpen);
        for (var planned : plan.services()) {
            assertThat(visits.stream().filter(visit -> visit.planned().equals(planned)))
                    .hasSize(planned.visits());
        }
        assertThat(visits)
                .hasSize(plan.services().stream()
                        .mapToInt(PlannedService::visits)
                        .sum());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void visitsAreInDateOrderAndOnlyOnOpenDays(Case plan) {
        var visits = Taper.visits(plan.start(), plan.services(), plan::isOpen);
        assertThat(visits).extracting(Taper.Visit::on).isSorted().allMatch(plan::isOpen);
        for (var service : AppointmentType.treatments()) {
            assertThat(visits.stream()
                            .filter(visit -> visit.planned().service() == service)
                            .map(Taper.Visit::on))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void visitsOfAServiceAreOneIntervalApartIfTheClinicIsAlwaysOpen(Case plan) {
        var visits = Taper.visits(plan.start(), plan.services(), ALWAYS);
        for (var planned : plan.services()) {
            var days = visits.stream()
                    .filter(visit -> visit.planned().equals(planned))
                    .map(Taper.Visit::on)
                    .toList();
            for (int i = 0; i < days.size(); i++) {
                assertThat(days.get(i)).isEqualTo(planned.frequency().after(days.getFirst(), i));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aClosedDayMovesOnlyItsOwnVisit(Case plan) {
        var due = Taper.visits(plan.start(), plan.services(), ALWAYS);
        var real = Taper.visits(plan.start(), plan.services(), plan::isOpen);
        for (var planned : plan.services()) {
            var dueDays = daysOf(planned, due);
            var realDays = daysOf(planned, real);
            for (int i = 0; i < dueDays.size(); i++) {
                var day = dueDays.get(i);
                var nextOpen = day.datesUntil(day.plusYears(1))
                        .filter(plan::isOpen)
                        .findFirst()
                        .orElseThrow();
                var isPushedByTheOneBefore = real.stream()
                        .anyMatch(visit -> visit.planned().service() == planned.service()
                                && visit.on().equals(nextOpen));
                assertThat(realDays.get(i)).isAfterOrEqualTo(nextOpen);
                assertThat(realDays.get(i).equals(nextOpen) || isPushedByTheOneBefore)
                        .isTrue();
            }
        }
    }

    private static List<LocalDate> daysOf(PlannedService planned, List<Taper.Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.planned().equals(planned))
                .map(Taper.Visit::on)
                .toList();
    }

    private static PlannedService massage(PlanPhase phase, Frequency frequency, int visits) {
        return new PlannedService(phase, AppointmentType.MASSAGE, null, frequency, visits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aHoldWithoutDurationChangesNothing(Case any) {
        var planned = Taper.visits(any.start(), any.services(), any::isOpen);
        assertThat(Taper.onward(any.start(), any.services(), open(planned), any::isOpen))
                .isEqualTo(planned);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aHoldKeepsTheNumberOfVisitsAndMovesNoneEarlier(Case any) {
        var planned = Taper.visits(any.start(), any.services(), any::isOpen);
        var random = new Random(any.seed());
        var delivered = planned.isEmpty() ? 0 : random.nextInt(planned.size());
        var left = planned.subList(delivered, planned.size());
        var resumed = any.start().plusDays(random.nextInt(300));
        var onward = Taper.onward(resumed, any.services(), open(left), any::isOpen);
        for (var line : any.services()) {
            var before = daysOf(left, line);
            var after = daysOf(onward, line);
            assertThat(after)
                    .as(line.toString())
                    .hasSameSizeAs(before)
                    .isSorted()
                    .doesNotHaveDuplicates();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isAfterOrEqualTo(before.get(i)).isAfterOrEqualTo(resumed);
            }
        }
        assertThat(onward).allMatch(visit -> any.isOpen(visit.on()));
    }

    @Test
    void monthlyFromTheLastDayOfFebruaryInALeapYearDoesNotDrift() {
        var monthly = new PlannedService(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, null, Frequency.MONTHLY, 4);
        var open = List.of(LocalDate.of(2028, 1, 10), LocalDate.of(2028, 2, 10), LocalDate.of(2028, 3, 10)).stream()
                .map(day -> new Taper.Open(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, day))
                .toList();
        assertThat(Taper.onward(LocalDate.of(2028, 2, 29), List.of(monthly), open, ALWAYS))
                .extracting(visit -> visit.on().toString())
                .containsExactly("2028-02-29", "2028-03-29", "2028-04-29");
    }

    @Test
    void aVisitFarAheadKeepsItsDay() {
        var quarterly = new PlannedService(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, null, Frequency.QUARTERLY, 2);
        var ahead = new Taper.Open(PlanPhase.MAINTAIN, AppointmentType.MASSAGE, TUESDAY.plusDays(60));
        assertThat(Taper.onward(TUESDAY, List.of(quarterly), List.of(ahead), ALWAYS))
                .extracting(Taper.Visit::on)
                .containsExactly(TUESDAY.plusDays(60));
    }

    private static List<Taper.Open> open(List<Taper.Visit> visits) {
        return visits.stream()
                .map(visit ->
                        new Taper.Open(visit.planned().phase(), visit.planned().service(), visit.on()))
                .toList();
    }

    private static List<LocalDate> daysOf(List<Taper.Visit> visits, PlannedService line) {
        return visits.stream()
                .filter(visit -> visit.planned().phase() == line.phase()
                        && visit.planned().service() == line.service())
                .map(Taper.Visit::on)
                .toList();
    }
}
