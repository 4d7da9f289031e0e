package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.notes.NoteService;
import io.plumbline.notes.VisitRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of plans that are held, resumed and ended. */
@StoreTest
@OnMySql("a change of status and a booking at once wait for the row lock of the plan")
class PlanMovesTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    NoteService notes;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aPlanOnHoldIsNotBookedAndDoesNotFallBehind() {
        var patient = care.patient("Held", group.west);
        var plan = care.activePlan(patient, "held");
        care.move(plan, PlanStatus.ON_HOLD, "Travels until December");
        clock.pass(TEN_DAYS);
        var row = rowOf("chiropractor", plan);
        assertThat(row.missed()).isZero();
        assertThat(row.needs()).isEmpty();
        assertThat(row.heldOn()).isEqualTo(care.today().minusDays(10));
        var held = care.details(plan);
        assertThat(held.visits()).noneMatch(visit -> held.isMissed(visit, care.today()));
        var visit = held.visits().getFirst().id();
        assertThatThrownBy(() -> care.bookMassage(patient, care.today().plusDays(1), visit))
                .isInstanceOf(Refused.class)
                .hasMessage("The treatment plan is on hold: its visits cannot be booked");
        care.bookMassage(patient, care.today().plusDays(2), null);
        assertThat(care.details(plan).visits()).allMatch(open -> open.bookedOn() == null);
        clock.set(Instant.parse("2026-12-01T17:00:00Z"));
        assertThat(staff.as("therapist", notes::visitsToday))
                .as("a planned visit of a plan on hold is on nobody's list")
                .extracting(VisitRow::plannedVisit)
                .doesNotContain(held.visits().get(1).id());
    }

    @Test
    void aVisitBookedConcurrentlyIsBookedOnce() throws Exception {
        var patient = care.patient("Booked Twice", group.west);
        var plan = care.activePlan(patient, "booked twice");
        var visit = care.details(plan).visits().getFirst().id();
        Callable<Boolean> booking = () -> {
            try {
                care.bookMassage(patient, care.today().plusDays(1), visit);
                return true;
            } catch (Refused refused) {
                assertThat(refused).hasMessageContaining("already booked");
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var won = 0;
            for (var one : threads.invokeAll(List.of(booking, booking))) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(care.details(plan).visits())
                .filteredOn(planned -> planned.bookedOn() != null)
                .hasSize(1);
        clock.pass(TEN_DAYS);
        assertThat(care.bookMassage(patient, care.today(), visit))
                .as("its day has passed without it")
                .isNotNull();
    }

    @Test
    void aDeliveredVisitCannotBeBookedAgain() {
        var patient = care.patient("Given", group.west);
        var plan = care.activePlan(patient, "given");
        var visit = care.details(plan).visits().getFirst().id();
        care.treat(care.bookMassage(patient, care.today(), visit));
        assertThatThrownBy(() -> care.bookMassage(patient, care.today().plusDays(1), visit))
                .isInstanceOf(Refused.class)
                .hasMessage("This visit of the plan has already taken place");
    }

    @Test
    void theManagerSeesThatAPlanIsOnHoldButNotTheReason() {
        var plan = care.activePlan(care.patient("Private", group.west), "private");
        care.move(plan, PlanStatus.ON_HOLD, "very private words");
        assertThat(rowOf("chiropractor", plan).holdReason()).isEqualTo("very private words");
        assertThat(rowOf("manager", plan).heldOn()).isEqualTo(care.today());
        assertThat(rowOf("manager", plan).toString()).doesNotContain("private words");
        var seen = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(seen.status()).isEqualTo(PlanStatus.ON_HOLD);
        assertThat(seen.history()).hasSize(2);
        assertThat(seen.toString()).doesNotContain("private words");
    }

    @Test
    void theManagerIsOfferedOnlyPlansThatTheyMayOpen() {
        var patient = care.patient("Two Clinics", group.east);
        care.bookMassage(patient, care.today().plusDays(3), null);
        var mine = care.activePlan(patient, "here");
        var draft = care.draftPlan(patient, "not agreed yet", group.west, care.today());
        // a plan begins from the latest note
        clock.pass(Duration.ofMinutes(1));
        var elsewhere = care.activePlan(
                patient,
                "there",
                group.east,
                care.today(),
                new PlannedService(
                        PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.chiropractor, Frequency.WEEKLY, 1));
        assertThat(plansOf("chiropractor", patient)).containsExactlyInAnyOrder(mine, draft, elsewhere);
        assertThat(plansOf("manager", patient)).containsExactlyInAnyOrder(mine, elsewhere);
        group.account("plansmanager", Role.MANAGER, group.west);
        assertThat(plansOf("plansmanager", patient)).containsExactly(mine);
    }

    private List<PlanId> plansOf(String who, PatientId patient) {
        return staff.as(who, () -> plans.findByPatient(patients.open(patient).orElseThrow())).stream()
                .map(PlanLabel::id)
                .toList();
    }

    @Test
    void viewsOfTheWorklistAreAudited() {
        group.account("reader", Role.CHIROPRACTOR, group.west);
        staff.doAs("reader", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 10));
        staff.doAs("reader", () -> worklist.findPage(PlanFilter.ON_HOLD, PlanNarrowing.NONE, null, 10));
        var listed = "select count(*) from audit_event e join staff_account a on a.id = e.subject"
                + " where e.kind = 'plan.listed' and a.username = ?";
        assertThat(jdbc.sql(listed)
                        .param(staff.username("reader"))
                        .query(Long.class)
                        .single())
                .as("one look")
                .isEqualTo(1);
        group.account("overseer", Role.MANAGER, group.west);
        staff.doAs("overseer", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 10));
        staff.doAs("overseer", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 10));
        assertThat(jdbc.sql(listed)
                        .param(staff.username("overseer"))
                        .query(Long.class)
                        .single())
                .as("names without clinical words are a look too")
                .isEqualTo(1);
    }

    @Test
    void aResumedPlanContinuesFromTodayWithNoVisitEarlierThanPlanned() {
        var patient = care.patient("Resumed", group.west);
        var start = care.today();
        var plan = care.activePlan(
                patient,
                "resumed",
                group.west,
                start,
                massage(PlanPhase.RELIEF, Frequency.WEEKLY, 2),
                massage(PlanPhase.MAINTAIN, Frequency.MONTHLY, 2));
        assertThat(care.plannedDays(plan))
                .containsExactly(
                        start,
                        start.plusDays(7),
                        start.plusDays(14),
                        start.plusDays(14).plusMonths(1));
        care.treat(care.bookMassage(patient, start, null));
        care.move(plan, PlanStatus.ON_HOLD, "Away for the whole summer");
        clock.pass(TEN_DAYS);
        var today = care.today();
        care.move(plan, PlanStatus.ACTIVE, "Back from the long travel");
        assertThat(care.plannedDays(plan))
                .containsExactly(
                        start, today, today.plusDays(7), today.plusDays(7).plusMonths(1));
        assertThat(rowOf("chiropractor", plan).missed()).isZero();
        assertThat(rowOf("chiropractor", plan).dueOn()).isEqualTo(today);
        care.move(plan, PlanStatus.ON_HOLD, "Entered by mistake today");
        var before = care.plannedDays(plan);
        care.move(plan, PlanStatus.ACTIVE, "It was a mistake of the desk");
        assertThat(care.plannedDays(plan))
                .as("a hold of no time changes nothing")
                .isEqualTo(before);
    }

    @Test
    void resumingUsesTheDateOfThePlansClinic() {
        var patient = care.patient("Two Zones", group.east);
        var adjustment = new PlannedService(
                PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.chiropractor, Frequency.WEEKLY, 2);
        var east = care.activePlan(patient, "zones east", group.east, care.today(), adjustment);
        var west = care.activePlan(care.patient("One Zone", group.west), "zones west");
        care.move(east, PlanStatus.ON_HOLD, "Away for the whole summer");
        care.move(west, PlanStatus.ON_HOLD, "Away for the whole summer");
        // half past midnight in New York, the evening before in Phoenix, the clocks put forward in between
        clock.set(Instant.parse("2027-03-15T04:30:00Z"));
        care.move(east, PlanStatus.ACTIVE, "Back from the long travel");
        care.move(west, PlanStatus.ACTIVE, "Back from the long travel");
        assertThat(care.plannedDays(east)).first().isEqualTo(LocalDate.of(2027, 3, 15));
        assertThat(care.plannedDays(west)).first().isEqualTo(LocalDate.of(2027, 3, 14));
    }

    @Test
    void aBookedVisitKeepsItsDayWhenThePlanIsResumed() {
        var patient = care.patient("Booked Ahead", group.west);
        var plan = care.activePlan(patient, "booked ahead");
        care.move(plan, PlanStatus.ON_HOLD, "Away for the whole summer");
        clock.pass(TEN_DAYS);
        var agreed = care.today().plusDays(3);
        care.bookMassage(patient, agreed, null);
        care.move(plan, PlanStatus.ACTIVE, "Back from the long travel");
        assertThat(care.details(plan).visits().getFirst().bookedOn())
                .as("what was agreed in the meantime is taken as the next visit")
                .isEqualTo(agreed);
        care.move(plan, PlanStatus.ON_HOLD, "Away again for two weeks");
        clock.pass(Duration.ofDays(1));
        care.move(plan, PlanStatus.ACTIVE, "Back again from the journey");
        assertThat(care.plannedDays(plan)).startsWith(agreed, agreed.plusDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF-CES-1", "RF-INF-1"})
    void aPlanCannotBeResumedWhileAnUrgentFlagIsOpen(String rule) {
        var patient = care.patient("Flagged", group.west);
        var plan = care.activePlan(patient, "flagged " + rule);
        care.move(plan, PlanStatus.ON_HOLD, "Something new came up today");
        care.raise(patient, group.west, rule);
        assertThatThrownBy(() -> care.move(plan, PlanStatus.ACTIVE, "Back from the long travel"))
                .isInstanceOf(Refused.class)
                .hasMessage("Clinical hold: no plan can be resumed until the red flag is cleared");
        assertThat(care.details(plan).status()).isEqualTo(PlanStatus.ON_HOLD);
        assertThat(rowOf("chiropractor", plan).flag())
                .as("raised while it rests")
                .isNotNull();
        care.decideAll(patient);
        care.move(plan, PlanStatus.ACTIVE, "Decided with the patient today");
        assertThat(rowOf("chiropractor", plan).flag()).isNull();
    }

    @Test
    void aPlanOnHoldBlocksAnotherPlanForItsComplaint() {
        var patient = care.patient("Kept", group.west);
        var plan = care.activePlan(patient, "kept");
        care.move(plan, PlanStatus.ON_HOLD, "Away for the whole summer");
        assertThatThrownBy(() -> care.activePlan(patient, "Kept"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("active or on hold");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "REVOKED", "ENTERED_IN_ERROR"})
    void anEndedPlanFreesItsComplaintAndLeavesTheHeader(PlanStatus end) {
        var patient = care.patient("Ended", group.west);
        var plan = care.activePlan(patient, "ended");
        var agreed = care.today().plusDays(3);
        var appointment = care.bookMassage(patient, agreed, null);
        assertThat(header(patient)).isNotNull();
        care.move(plan, end, "The patient has had enough");
        assertThat(header(patient)).isNull();
        var ended = care.details(plan);
        assertThat(ended.status()).isEqualTo(end);
        assertThat(ended.stillBooked()).extracting(AppointmentRow::id).containsExactly(appointment);
        clock.pass(Duration.ofDays(1));
        assertThat(ended.visits()).noneMatch(visit -> ended.isMissed(visit, care.today()));
        assertThat(worklist("chiropractor")).doesNotContain(plan);
        assertThat(worklist("manager")).doesNotContain(plan);
        assertThatThrownBy(() -> care.bookMassage(
                        patient, agreed.plusDays(1), ended.visits().getLast().id()))
                .isInstanceOf(Refused.class);
        var next = care.activePlan(patient, "ended");
        assertThat(care.details(next).visits().getFirst().bookedOn())
                .as("the new plan takes what is booked")
                .isEqualTo(agreed);
        assertThat(care.details(plan).stillBooked()).isEmpty();
    }

    @Test
    void theHeaderShowsAnotherActivePlanWhenOneEnds() {
        var patient = care.patient("Two Plans", group.west);
        var neck = care.activePlan(patient, "neck");
        var back = care.activePlan(
                patient, "back", group.west, care.today(), massage(PlanPhase.RELIEF, Frequency.WEEKLY, 2));
        assertThat(planned(patient)).isEqualTo(2);
        care.move(back, PlanStatus.REVOKED, "No longer wanted by the patient");
        assertThat(planned(patient)).isEqualTo(4);
        care.move(neck, PlanStatus.COMPLETED, "Done after the last visit");
        assertThat(header(patient)).isNull();
    }

    @Test
    void aBookedTreatmentCountsForAPlanThatIsOnHoldOrEnded() {
        var patient = care.patient("Late Note", group.west);
        var plan = care.activePlan(patient, "late note");
        var first = care.bookMassage(patient, care.today(), null);
        var second = care.bookMassage(patient, care.today().plusDays(1), null);
        var third = care.bookMassage(patient, care.today().plusDays(3), null);
        care.move(plan, PlanStatus.ON_HOLD, "Away for the whole summer");
        care.treat(first);
        assertThat(care.details(plan).delivered()).as("on hold").isEqualTo(1);
        clock.pass(Duration.ofDays(2));
        care.move(plan, PlanStatus.COMPLETED, "Done after the last visit");
        care.treat(second);
        assertThat(care.details(plan).delivered())
                .as("treated while it was not over")
                .isEqualTo(2);
        assertThat(header(patient)).isNull();
        clock.pass(Duration.ofDays(1));
        care.treat(third);
        assertThat(care.details(plan).delivered()).as("treated after its end").isEqualTo(2);
    }

    @Test
    void everyStatusChangeIsAuditedWithItsAuthorAndReason() {
        var plan = care.activePlan(care.patient("History", group.west), "history");
        clock.pass(Duration.ofHours(1));
        care.move(plan, PlanStatus.ON_HOLD, "Travels for work until May");
        clock.pass(Duration.ofHours(1));
        care.move(plan, PlanStatus.ACTIVE, "Is back from the long travel");
        clock.pass(Duration.ofHours(1));
        care.move(plan, PlanStatus.REVOKED, "Moved away to another town");
        care.move(plan, PlanStatus.ENTERED_IN_ERROR, "Was somebody else's");
        assertThat(care.details(plan).history())
                .extracting(step -> step.from() + " " + step.to() + " " + step.by() + " " + step.reason())
                .containsExactly(
                        "DRAFT ACTIVE chiropractor ",
                        "ACTIVE ON_HOLD chiropractor Travels for work until May",
                        "ON_HOLD ACTIVE chiropractor Is back from the long travel",
                        "ACTIVE REVOKED chiropractor Moved away to another town",
                        "REVOKED ENTERED_IN_ERROR chiropractor Was somebody else's");
        assertThat(care.details(plan).history().get(2).at())
                .isEqualTo(clock.instant().minus(Duration.ofHours(1)));
        assertThat(jdbc.sql("select detail from audit_event where kind = 'plan.moved' and subject = ?")
                        .param(Ids.bytes(plan.value()))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "status ACTIVE to ON_HOLD",
                        "status ON_HOLD to ACTIVE",
                        "status ACTIVE to REVOKED",
                        "status REVOKED to ENTERED_IN_ERROR");
    }

    @Test
    void anInvalidStatusChangeIsRefusedAndChangesNothing() {
        var draft = care.draftPlan(
                care.patient("Draft", group.west),
                "draft",
                group.west,
                care.today(),
                massage(PlanPhase.RELIEF, Frequency.WEEKLY, 1));
        assertThatThrownBy(() -> care.move(draft, PlanStatus.ACTIVE, "Around the agreement"))
                .isInstanceOf(Refused.class)
                .hasMessage("A plan that is draft cannot be resumed");
        assertThatThrownBy(() -> care.move(draft, PlanStatus.ON_HOLD, "Too early to decide about it"))
                .isInstanceOf(Refused.class);
        var plan = care.activePlan(care.patient("Impossible", group.west), "impossible");
        for (var reason : List.of("", " \u2003 ", "x".repeat(401))) {
            assertThatThrownBy(() -> care.move(plan, PlanStatus.ON_HOLD, reason))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> care.move(plan, PlanStatus.DRAFT, "Back from the long travel"))
                .isInstanceOf(IllegalArgumentException.class);
        care.move(plan, PlanStatus.COMPLETED, "Done after the last visit");
        for (var next : List.of(PlanStatus.ACTIVE, PlanStatus.ON_HOLD, PlanStatus.REVOKED, PlanStatus.COMPLETED)) {
            assertThatThrownBy(() -> care.move(plan, next, "Entered a second time by a colleague"))
                    .isInstanceOf(Refused.class);
        }
        assertThat(care.details(plan).history()).hasSize(2);
    }

    @Test
    void aStaleStatusChangeIsRefused() {
        var patient = care.patient("Stale", group.west);
        var plan = care.activePlan(patient, "stale");
        var seen = care.versionOf(plan);
        care.bookMassage(patient, care.today(), null);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> plans.move(plan, seen, PlanStatus.REVOKED, "Decided on an older version")))
                .isInstanceOf(StaleVersion.class);
        assertThat(care.details(plan).status()).isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void concurrentStatusChangesApplyOnce() throws Exception {
        var plan = care.activePlan(care.patient("Clicked", group.west), "clicked");
        var version = care.versionOf(plan);
        Callable<Boolean> hold = () -> {
            try {
                staff.doAs(
                        "chiropractor",
                        () -> plans.move(plan, version, PlanStatus.ON_HOLD, "Away for the whole summer"));
                return true;
            } catch (StaleVersion quickerThanMe) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var done = 0;
            for (var answer : threads.invokeAll(List.of(hold, hold, hold, hold, hold, hold, hold, hold))) {
                done += answer.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(care.details(plan).history()).hasSize(2);
    }

    @Test
    void aPlanOutsideTheRelationLooksNonexistent() {
        var patient = care.patient("Foreign", group.west);
        var plan = care.activePlan(patient, "foreign");
        jdbc.sql("delete from patient_relation where patient_id = ? and staff_id = ?")
                .params(Ids.bytes(patient.value()), Ids.bytes(group.chiropractor.value()))
                .update();
        for (var id : List.of(plan, new PlanId(Ids.next()))) {
            assertThatThrownBy(() -> staff.doAs(
                            "chiropractor", () -> plans.move(id, 0, PlanStatus.REVOKED, "It is not my own record")))
                    .isInstanceOf(NotAvailable.class)
                    .hasMessage("Not available");
        }
        assertThat(staff.as("manager", () -> plans.open(plan)).orElseThrow().status())
                .isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void theChartStaysOpenForItsPractitionersUntil180DaysAfterTheLastVisit() {
        var patient = care.patient("Charted", group.west);
        var plan = care.activePlan(patient, "charted");
        care.move(plan, PlanStatus.ON_HOLD, "Away for the whole summer");
        clock.pass(Duration.ofDays(100));
        care.move(plan, PlanStatus.ACTIVE, "Back from the long travel");
        assertThat(jdbc.sql(
                                "select until_on from patient_relation where patient_id = ? and staff_id = ? and reason = 'PLAN'")
                        .params(Ids.bytes(patient.value()), Ids.bytes(group.therapist.value()))
                        .query(LocalDate.class)
                        .list())
                .containsExactly(care.today().plusDays(21 + 180));
    }

    @Test
    void pagesOfTheWorklistAddUpWithPlansOnHoldAtTheEnd() {
        for (int i = 0; i < 3; i++) {
            care.activePlan(care.patient("Page" + i, group.west), "paged");
            care.move(
                    care.activePlan(care.patient("Rest" + i, group.west), "paged"),
                    PlanStatus.ON_HOLD,
                    "Away for the whole summer");
        }
        for (int i = 0; i < 3; i++) {
            var behind = care.activePlan(care.patient("Behind" + i, group.west), "paged");
            missed(behind);
            jdbc.sql(
                            "update treatment_plan set proposed_step = 'REFER', review_reason = 'WORSE_THAN_AT_START', reevaluate_on = ?, ends_on = ? where id = ?")
                    .params(care.today(), care.today(), Ids.bytes(behind.value()))
                    .update();
        }
        // managers read no drafts
        for (var filter : EnumSet.complementOf(EnumSet.of(PlanFilter.AGREEMENT))) {
            var all = staff.as("manager", () -> worklist.findPage(filter, PlanNarrowing.NONE, null, 1000));
            assertThat(all).as(filter.name()).hasSizeGreaterThanOrEqualTo(3).allMatch(filter::shows);
            var paged = new ArrayList<PlanRow>();
            for (var page = all.subList(0, 0); paged.isEmpty() || !page.isEmpty(); paged.addAll(page)) {
                var last = paged.isEmpty() ? null : paged.getLast();
                page = staff.as("manager", () -> worklist.findPage(filter, PlanNarrowing.NONE, last, 2));
            }
            assertThat(paged).as(filter.name()).isEqualTo(all);
            assertThat(all.stream().map(row -> row.isOnHold()))
                    .as(filter.name())
                    .isSorted();
        }
    }

    private void missed(PlanId plan) {
        var day = care.today().minusDays(2);
        jdbc.sql("update planned_visit set planned_on = ? where plan_id = ? and position = 1")
                .params(day, Ids.bytes(plan.value()))
                .update();
        jdbc.sql("update treatment_plan set due_on = ? where id = ?")
                .params(day, Ids.bytes(plan.value()))
                .update();
    }

    private PlannedService massage(PlanPhase phase, Frequency frequency, int visits) {
        return new PlannedService(phase, AppointmentType.MASSAGE, group.therapist, frequency, visits);
    }

    private PlanRow rowOf(String who, PlanId plan) {
        return staff.as(who, () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 1000)).stream()
                .filter(row -> row.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    private List<PlanId> worklist(String who) {
        return staff.as(who, () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 1000)).stream()
                .map(PlanRow::id)
                .toList();
    }

    private int planned(PatientId patient) {
        return header(patient).planned();
    }

    private PatientDetails.PlanProgress header(PatientId patient) {
        return staff.as("westdesk", () -> patients.open(patient)).orElseThrow().plan();
    }
}
