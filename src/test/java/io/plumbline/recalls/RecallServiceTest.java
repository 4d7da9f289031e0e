package io.plumbline.recalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.RelationService;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of the recall board: who is on it, who may call, and who was first. */
@StoreTest
@OnMySql("two who record a call at once meet on one row, and of a step one column may be updated")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecallServiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    RecallService recalls;

    @Autowired
    RecallListService board;

    @Autowired
    RecallCheckService checks;

    @Autowired
    RecallCheckRun run;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ConsentService consents;

    @Autowired
    PatientMergeService merges;

    @Autowired
    Statements statements;

    @Autowired
    RelationService relations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private int people;
    private int minutes;

    @BeforeAll
    void colleagues() {
        group.account("dana", Role.FRONT_DESK, group.west);
    }

    @Test
    void aMissedVisitPutsThePatientOnTheBoardOfTheClinicAlone() {
        var patient = missed();
        assertThat(rowOf("westdesk", patient).reason()).isEqualTo(RecallReason.MISSED);
        assertThat(rowOf("westdesk", patient).since()).isEqualTo(TODAY);
        assertThat(shown("eastdesk")).doesNotContain(patient);
        assertThat(shown("manager")).contains(patient);
        assertThatThrownBy(() -> staff.as("eastdesk", () -> {
                    recalls.claim(patient, 0);
                    return true;
                }))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("eastdesk", () -> recalls.open(patient))).isEmpty();
    }

    @Test
    void aPatientIsCalledByTheNameAsShown() {
        var patient = missed();
        jdbc.sql("update patient set given_name = 'Léa', family_name = 'Recalled', preferred_name = 'Leo' where id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
        assertThat(rowOf("westdesk", patient).name()).isEqualTo("Léa Recalled (Leo)");
        assertThat(details(patient).row().name()).isEqualTo("Léa Recalled (Leo)");
    }

    @Test
    void whoBooksLeavesTheBoardAndIsWonBackOnlyAfterAnAttempt() {
        var called = missed();
        var notCalled = missed();
        attempt("westdesk", called, RecallResult.NO_ANSWER, LATER);
        for (var patient : List.of(called, notCalled)) {
            book(patient, TODAY.plusDays(9));
            look(patient);
            assertThat(shown("westdesk")).doesNotContain(patient);
        }
        assertThat(details(called).status()).isEqualTo(RecallStatus.WON_BACK);
        assertThat(details(notCalled).status()).isEqualTo(RecallStatus.LEFT);
        assertThat(care.auditOf("recall.won-back", called)).isEqualTo(1);
        assertThat(care.auditOf("recall.won-back", notCalled)).isZero();
    }

    @Test
    void anUndoneNoShowTakesThePatientOffAgain() {
        var patient = someone();
        var visit = book(patient, TODAY);
        mark(visit, AppointmentStatus.NO_SHOW);
        look(patient);
        assertThat(shown("westdesk")).contains(patient);
        staff.doAs("manager", () -> appointments.takeBack(visit, version(visit)));
        look(patient);
        assertThat(shown("westdesk")).doesNotContain(patient);
    }

    @Test
    void anAgreedDayComesFirstOnceItIsThereAndLastBefore() {
        var fresh = missed();
        var dated = missed();
        attempt("westdesk", dated, RecallResult.LEFT_MESSAGE, LATER);
        assertThat(shown("westdesk")).contains(fresh).doesNotContain(dated);
        var all = new RecallFilter(RecallDue.ALL, null, null);
        var pages = paged("westdesk", all, 3);
        assertThat(pages.indexOf(fresh)).isLessThan(pages.indexOf(dated));
        assertThat(pages).doesNotHaveDuplicates().hasSameElementsAs(page("westdesk", all, 1000));
        clock.set(Instant.parse("2026-12-01T18:00:00Z"));
        var due = shown("westdesk");
        assertThat(due.indexOf(dated)).isLessThan(due.indexOf(fresh));
        var counts = staff.as("westdesk", () -> board.count(RecallFilter.TODAY));
        assertThat(counts.byDue().get(RecallDue.TODAY)).isEqualTo(due.size());
        assertThat(counts.anyReason()).isEqualTo(due.size());
        assertThat(counts.byReason().get(RecallReason.MISSED))
                .isEqualTo(page("westdesk", new RecallFilter(RecallDue.TODAY, RecallReason.MISSED, null), 1000)
                        .size());
    }

    @Test
    void ofTwoWhoRecordACallAtOnceOneIsTold() throws Exception {
        var patient = missed();
        var version = details(patient).version();
        try (var both = Executors.newFixedThreadPool(2)) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (var who : List.of("westdesk", "dana")) {
                calls.add(() -> {
                    try {
                        staff.doAs(
                                who,
                                () -> recalls.attempt(patient, version, RecallResult.NO_ANSWER, LATER, "by " + who));
                        return true;
                    } catch (StaleVersion second) {
                        return false;
                    }
                });
            }
            var won = 0;
            for (var call : both.invokeAll(calls)) {
                won += call.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(details(patient).row().attempts()).isEqualTo(1);
        assertThat(details(patient).steps()).hasSize(1);
    }

    @Test
    void whileAColleagueIsCallingNobodyElseCalls() {
        var patient = missed();
        staff.doAs("dana", () -> recalls.claim(patient, details(patient).version()));
        assertThat(rowOf("westdesk", patient).callingNow()).isEqualTo("dana");
        assertThatThrownBy(() -> attempt("westdesk", patient, RecallResult.NO_ANSWER, LATER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is calling this patient now");
        clock.pass(Duration.ofMinutes(11));
        attempt("westdesk", patient, RecallResult.NO_ANSWER, LATER);
        assertThat(details(patient).callerNow()).isNull();
    }

    @Test
    void aDeclinedPatientReturnsOnlyAfterAnotherVisit() {
        var patient = missed();
        staff.doAs(
                "westdesk",
                () -> recalls.decline(
                        patient, details(patient).version(), DeclineReason.MOVED, "Moved to the coast in June"));
        assertThat(shown("westdesk")).doesNotContain(patient);
        var visit = book(patient, TODAY.plusDays(1));
        look(patient);
        assertThat(details(patient).status()).isEqualTo(RecallStatus.DECLINED);
        clock.pass(Duration.ofDays(1));
        mark(visit, AppointmentStatus.NO_SHOW);
        look(patient);
        assertThat(shown("westdesk")).contains(patient);
        assertThat(details(patient).row().attempts()).isZero();
    }

    @Test
    void anAttemptIsUndoneByWhoRecordedItWithinTenMinutes() {
        var patient = missed();
        var before = rowOf("westdesk", patient);
        attempt("westdesk", patient, RecallResult.NOT_NOW, LATER);
        assertThatThrownBy(() -> staff.doAs("dana", () -> recalls.undo(patient)))
                .isInstanceOf(Refused.class);
        staff.doAs("westdesk", () -> recalls.undo(patient));
        assertThat(rowOf("westdesk", patient)).isEqualTo(before);
        assertThat(details(patient).steps()).singleElement().satisfies(step -> assertThat(step.isUndone())
                .isTrue());
        attempt("westdesk", patient, RecallResult.NO_ANSWER, LATER);
        clock.pass(Duration.ofMinutes(11));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> recalls.undo(patient)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theCallsOfAMergedRecordAreReadWithThoseOfTheOther() {
        var kept = missed();
        var merged = missed();
        attempt("westdesk", merged, RecallResult.NO_ANSWER, LATER);
        attempt("westdesk", kept, RecallResult.LEFT_MESSAGE, LATER);
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, confirmed by phone"));
        assertThat(details(kept).steps())
                .extracting(RecallStepRow::result)
                .containsExactly(RecallResult.LEFT_MESSAGE, RecallResult.NO_ANSWER);
        staff.doAs("westdesk", () -> recalls.undo(kept));
        assertThat(details(kept).steps()).extracting(RecallStepRow::isUndone).containsExactly(true, false);
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(details(kept).steps()).hasSize(1);
    }

    @Test
    void theNextContactIsADayAheadWithinAYear() {
        var patient = missed();
        for (var day : List.of(TODAY, TODAY.minusDays(1), TODAY.plusYears(2))) {
            assertThatThrownBy(() -> attempt("westdesk", patient, RecallResult.REACHED, day))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field())
                            .isEqualTo(RecallField.NEXT));
        }
    }

    @Test
    void whoWithdrewTheConsentToContactIsNotOnTheBoard() {
        var patient = missed();
        var consent = staff.as(
                "westdesk", () -> consents.give(patient, new ConsentDraft(ConsentKind.CONTACT, "2026", TODAY)));
        look(patient);
        assertThat(shown("westdesk")).contains(patient);
        staff.doAs("westdesk", () -> consents.withdraw(consent, 0));
        look(patient);
        assertThat(shown("westdesk")).doesNotContain(patient);
    }

    @Test
    void anActivePlanWithNothingBookedIsOnTheBoardUntilItIsHeld() {
        var patient = care.treated("Plan Without Visits " + people++);
        var plan = care.activePlan(patient, "Back");
        look(patient);
        assertThat(shown("manager")).doesNotContain(patient);
        jdbc.sql("update appointment set status = 'CANCELLED' where subject_id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
        clock.pass(Duration.ofDays(1));
        look(patient);
        var row = staff.as("manager", () -> board.findPage(RecallFilter.TODAY, null, 1000)).stream()
                .filter(one -> one.patient().equals(patient))
                .findFirst()
                .orElseThrow();
        assertThat(row.reason()).isEqualTo(RecallReason.NOTHING_BOOKED);
        assertThat(row.plannedOn()).isNotNull();
        care.move(plan, PlanStatus.ON_HOLD, "Travels for work until May");
        look(patient);
        assertThat(shown("manager")).doesNotContain(patient);
    }

    @Test
    void theJobFindsWhoWentQuietOnTheirDayInBatches() {
        var visitors = List.of(visited(), visited(), visited());
        visitors.forEach(this::look);
        visitors.forEach(patient -> assertThat(shown("westdesk")).doesNotContain(patient));
        clock.set(Instant.parse("2027-02-22T18:00:00Z"));
        runAll();
        visitors.forEach(patient -> assertThat(shown("westdesk")).doesNotContain(patient));
        clock.set(Instant.parse("2027-02-23T18:00:00Z"));
        runAll();
        assertThat(shown("westdesk")).containsAll(visitors);
        assertThat(rowOf("westdesk", visitors.getFirst()).reason()).isEqualTo(RecallReason.QUIET);
        clock.set(Instant.parse("2028-06-01T18:00:00Z"));
        runAll();
        visitors.forEach(patient -> assertThat(shown("westdesk")).doesNotContain(patient));
    }

    @Test
    void aPageIsOneStatementAndItsCountsAreAnother() {
        missed();
        staff.doAs("manager", () -> {
            Runnable read = () -> board.findPage(RecallFilter.TODAY, null, 50);
            read.run();
            assertThat(statements.of(read)).hasSize(1);
            assertThat(statements.of(() -> board.count(RecallFilter.TODAY))).hasSize(1);
        });
    }

    private void runAll() {
        while (!staff.as("system", () -> checks.due(1)).isEmpty()) {
            run.look();
        }
    }

    /** Looks at the patient now; the job may have been first, and its transaction is over then. */
    private void look(PatientId patient) {
        staff.as("system", () -> checks.check(patient));
    }

    private PatientId someone() {
        return group.patient("Recalled", TestGroup.familyName(), group.west);
    }

    @Test
    void nobodyCallsAPatientOnHold() {
        var patient = missed();
        staff.as("manager", () -> relations.relateByCareTeam(group.chiropractor, patient));
        assertThat(rowOf("westdesk", patient).isOnHold()).isFalse();
        care.raise(patient, group.west, "RF-CES-2");
        var row = rowOf("westdesk", patient);
        assertThat(row.isOnHold()).isTrue();
        assertThat(row.toString()).as("nothing clinical").doesNotContain("Possible", "E ·");
        var version =
                staff.as("westdesk", () -> recalls.open(patient)).orElseThrow().version();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> recalls.claim(patient, version)))
                .isInstanceOf(Refused.class)
                .hasMessage(RecallService.ON_HOLD);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk",
                        () -> recalls.attempt(patient, version, RecallResult.NO_ANSWER, TODAY.plusDays(2), "")))
                .isInstanceOf(Refused.class);
        care.decideAll(patient);
        assertThat(rowOf("westdesk", patient).isOnHold()).isFalse();
        staff.doAs("westdesk", () -> recalls.claim(patient, version));
    }

    private PatientId missed() {
        var patient = someone();
        mark(book(patient, TODAY), AppointmentStatus.NO_SHOW);
        look(patient);
        return patient;
    }

    private PatientId visited() {
        var patient = someone();
        var visit = book(patient, TODAY);
        mark(visit, AppointmentStatus.ARRIVED);
        mark(visit, AppointmentStatus.COMPLETED);
        return patient;
    }

    /** Books at a time of its own in the night, so that it has begun. */
    private AppointmentId book(PatientId patient, LocalDate on) {
        var practitioner = group.worker(new TestGroup.Own(group.west, "manager"), Discipline.CHIROPRACTIC);
        group.entitle(practitioner, Discipline.CHIROPRACTIC);
        return group.book(
                practitioner, patient, group.west, on, LocalTime.of(8, 0).plusMinutes(5L * (minutes++ % 12)));
    }

    private void mark(AppointmentId visit, AppointmentStatus status) {
        staff.doAs("manager", () -> appointments.mark(visit, version(visit), status));
    }

    private long version(AppointmentId visit) {
        return jdbc.sql("select version from appointment where id = ?")
                .param(Ids.bytes(visit.value()))
                .query(Long.class)
                .single();
    }

    private void attempt(String who, PatientId patient, RecallResult result, LocalDate next) {
        staff.doAs(who, () -> recalls.attempt(patient, details(patient).version(), result, next, ""));
    }

    private RecallDetails details(PatientId patient) {
        return staff.as("manager", () -> recalls.reload(patient)).orElseThrow();
    }

    private List<PatientId> shown(String who) {
        return page(who, RecallFilter.TODAY, 1000);
    }

    private List<PatientId> page(String who, RecallFilter filter, int limit) {
        return staff.as(who, () -> board.findPage(filter, null, limit)).stream()
                .map(RecallRow::patient)
                .toList();
    }

    private List<PatientId> paged(String who, RecallFilter filter, int size) {
        var all = new ArrayList<PatientId>();
        RecallRow last = null;
        while (true) {
            var after = last;
            var page = staff.as(who, () -> board.findPage(filter, after, size));
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(row -> all.add(row.patient()));
            last = page.getLast();
        }
    }

    private RecallRow rowOf(String who, PatientId patient) {
        return staff.as(who, () -> board.findPage(RecallFilter.TODAY, null, 1000)).stream()
                .filter(row -> row.patient().equals(patient))
                .findFirst()
                .orElseThrow();
    }
}
