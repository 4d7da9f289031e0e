package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientAgreement.Way;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanRevisionService.Draft;
import io.plumbline.plans.PlanRevisionService.Order;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.signing.DrawnSignature;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A revision is written apart from the plan, compared with it, and then takes its place; what is past stays. */
@StoreTest
class PlanRevisionServiceTest {
    private static final Order WHY = new Order("Sits less, walks more", null);
    private static final Order AGREED = new Order("The pain is back at work", TestCare.AGREED);

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PlanService plans;

    @Autowired
    PlanStepService steps;

    @Autowired
    PlanRevisionService revisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void whatWasActivatedIsTheFirstRevision() {
        var plan = twoPhases(care.patient("First Revision", group.west));
        var rows = rows(plan);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isOne();
        assertThat(rows.getFirst().content()).isEqualTo(draftOf(plan));
        assertThat(rows.getFirst().agreement()).isEqualTo(TestCare.AGREED);
    }

    @Test
    void aSignatureOnTheScreenIsKeptWithTheRevisionThatWasAgreedTo() {
        var plan = twoPhases(care.patient("Signs More", group.west));
        var signature = DrawnSignature.of("10,100 20,90 30,110 40,90 50,110;60,100 70,90 80,110");
        var signed = new PatientAgreement(Way.SIGNED, "Nora Quist", care.today(), signature);
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.TWICE_A_WEEK, 6),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
        apply(plan, new Order("Needs more time than planned", signed));
        assertThat(rows(plan).getFirst().agreement()).isEqualTo(signed);
        assertThat(rows(plan).getLast().agreement()).isEqualTo(TestCare.AGREED);
    }

    @Test
    void nobodyAgreesInTheFuture() {
        var plan = twoPhases(care.patient("Agrees Tomorrow", group.west));
        var tomorrow =
                new PatientAgreement(Way.VERBAL, "Nora Quist", care.today().plusDays(1), null);
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.TWICE_A_WEEK, 6),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
        refused(plan, new Order("Needs more time than planned", tomorrow), "The day of the agreement is in the future");
    }

    @Test
    void deliveredAndBookedVisitsStayAndTheOthersArePlannedAgain() {
        var patient = care.patient("Stays Delivered", group.west);
        var plan = twoPhases(patient);
        care.signedNote(patient);
        var second = care.details(plan).visits().get(1);
        care.bookMassage(patient, care.today().plusDays(9), second.id());
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.FORTNIGHTLY, 3),
                massages(PlanPhase.CORRECTIVE, Frequency.MONTHLY, 2));
        apply(plan, new Order("Better after the examination", TestCare.AGREED));
        var now = care.details(plan);
        assertThat(now.visits()).hasSize(5);
        assertThat(now.delivered()).isOne();
        assertThat(now.visits())
                .filteredOn(visit -> visit.bookedOn() != null)
                .extracting(PlanDetails.Visit::id)
                .contains(second.id());
        assertThat(now.visits())
                .filteredOn(visit -> visit.deliveredOn() == null)
                .allMatch(visit -> !visit.plannedOn().isBefore(care.today()));
        assertThat(care.header(patient).planned()).isEqualTo(5);
        var newest = rows(plan).getFirst();
        assertThat(newest.number()).isEqualTo(2);
        assertThat(newest.reason()).isEqualTo("Better after the examination");
        assertThat(newest.removed()).isEqualTo(2);
        assertThat(newest.added()).isZero();
        assertThat(newest.agreement()).isEqualTo(TestCare.AGREED);
        assertThat(care.auditOf("plan.revised", patient)).isOne();
    }

    @Test
    void aPatientWhoIsWorseGetsNoMoreOfTheSameByARevision() {
        var patient = care.patient("Worse", group.west);
        var plan = twoPhases(patient);
        for (int pain : new int[] {3, 5, 7}) {
            clock.pass(Duration.ofDays(7));
            care.signedNote(patient, pain);
        }
        var why = "The patient is worse than at the start: no thrust and no deep pressure before the examination.";
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.WEEKLY, 8),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
        refused(plan, AGREED, "A revision cannot add care now. " + why);
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.WEEKLY, 5),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 2));
        refused(plan, AGREED, "A revision cannot add care now. " + why);
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 4));
        apply(plan, WHY);
        assertThat(worse(plan)).as("less care does not make the patient better").isTrue();
    }

    @Test
    void moreCareNeedsTheAgreementOfThePatient() {
        var plan = twoPhases(care.patient("Agrees To More", group.west));
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.TWICE_A_WEEK, 6),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
        refused(plan, WHY, "The patient must agree to closer visits, more visits: record who agreed and how");
        apply(plan, AGREED);
        assertThat(care.details(plan).visits()).hasSize(9);
    }

    @Test
    void lessCareNeedsNoAgreement() {
        var plan = twoPhases(care.patient("Needs Less", group.west));
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 2));
        apply(plan, WHY);
        assertThat(care.details(plan).visits()).hasSize(2);
        assertThat(rows(plan).getFirst().agreement()).isNull();
    }

    @Test
    void aRevisionThatChangesNothingIsRefused() {
        var plan = twoPhases(care.patient("Nothing New", group.west));
        open(plan);
        refused(plan, WHY, "Nothing has changed: the plan stays as it is");
    }

    @Test
    void aPhaseThatHasEndedStaysAsItWas() {
        var plan = twoPhases(care.patient("Past Phase", group.west));
        staff.doAs(
                "chiropractor",
                () -> steps.decide(
                        plan,
                        care.versionOf(plan),
                        new StepOrder(Step.STEP_DOWN, null, 0, null, "No pain at work for two weeks")));
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.WEEKLY, 2),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
        refused(plan, WHY, "Relief has ended: its services stay as they were");
    }

    @Test
    void aBookedVisitIsNotRemoved() {
        var patient = care.patient("Booked Visit", group.west);
        var plan = twoPhases(patient);
        var visits = care.details(plan).visits();
        care.bookMassage(patient, care.today().plusDays(1), visits.get(0).id());
        care.bookMassage(patient, care.today().plusDays(8), visits.get(1).id());
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 1));
        refused(plan, WHY, "Massage in Relief has booked visits that the revision would remove: cancel them first");
    }

    @Test
    void aLaterPhaseIsAddedAndAPendingOneIsRemoved() {
        var plan = twoPhases(care.patient("Other Phases", group.west));
        write(
                plan,
                massages(PlanPhase.RELIEF, Frequency.WEEKLY, 4),
                massages(PlanPhase.MAINTAIN, Frequency.MONTHLY, 2));
        apply(plan, AGREED);
        assertThat(Objects.requireNonNull(care.details(plan).phases()).states())
                .extracting(State::phase, State::status)
                .containsExactly(tuple(PlanPhase.RELIEF, Status.ACTIVE), tuple(PlanPhase.MAINTAIN, Status.PENDING));
    }

    @Test
    void theActivePhaseKeepsItsServices() {
        var plan = twoPhases(care.patient("Active Phase", group.west));
        write(plan, massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
        refused(plan, WHY, "Relief has begun: keep its services");
    }

    @Test
    void aPlanIsNotRevisedWhileOneOfItsVisitsIsInTreatment() {
        var patient = care.patient("In Treatment", group.west);
        var plan = twoPhases(patient);
        var visit = care.bookMassage(
                patient, care.today(), care.details(plan).visits().getFirst().id());
        jdbc.sql("update appointment set status = 'IN_TREATMENT' where id = ?")
                .param(Ids.bytes(visit.value()))
                .update();
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 3));
        refused(plan, WHY, "A visit of this plan is in treatment now. Apply the revision when it is completed");
    }

    @Test
    void whatIsTypedIsKeptAndAColleagueContinuesIt() {
        var plan = twoPhases(care.patient("Kept Words", group.west));
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 3));
        assertThat(open(plan).content().services()).hasSize(1);
        assertThat(care.details(plan).visits()).as("the plan stays as it is").hasSize(7);
        var seen = open(plan);
        staff.doAs("chiropractor", () -> revisions.saveDraft(plan, seen.version(), seen.current()));
        assertThatThrownBy(
                        () -> staff.as("chiropractor", () -> revisions.saveDraft(plan, seen.version(), seen.content())))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aStepDecidedInTheMeantimeIsTakenOver() {
        var plan = twoPhases(care.patient("Two At Once", group.west));
        var seen = open(plan);
        staff.doAs("chiropractor", () -> {
            revisions.saveDraft(plan, seen.version(), titled(seen.content(), "Back care"));
            steps.decide(
                    plan,
                    care.versionOf(plan),
                    new StepOrder(Step.HOLD, null, 2, TestCare.AGREED, "Needs more time than planned"));
        });
        assertThatThrownBy(() -> apply(plan, seen.version() + 1, WHY)).isInstanceOf(StaleVersion.class);
        var merged = open(plan).content();
        assertThat(merged.title()).isEqualTo("Back care");
        assertThat(merged.services().getFirst().visits()).isEqualTo(6);
        apply(plan, WHY);
        assertThat(rows(plan)).extracting(PlanRevisionService.Row::number).containsExactly(3, 2, 1);
        assertThat(rows(plan).get(1).reason()).isEqualTo("Hold: Needs more time than planned");
    }

    @Test
    void aDiscardedRevisionLeavesThePlanAlone() {
        var plan = twoPhases(care.patient("Discards", group.west));
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 2));
        staff.doAs(
                "chiropractor",
                () -> revisions.discard(plan, revisions.open(plan).version()));
        assertThat(open(plan).content()).isEqualTo(draftOf(plan));
        assertThat(care.details(plan).visits()).hasSize(7);
    }

    @Test
    void aVisitKeepsTheRevisionUnderWhichItWasDelivered() {
        var patient = care.patient("Keeps Revision", group.west);
        var plan = twoPhases(patient);
        care.signedNote(patient);
        write(plan, massages(PlanPhase.RELIEF, Frequency.WEEKLY, 3));
        apply(plan, WHY);
        care.signedNote(patient);
        assertThat(jdbc.sql(
                                "select delivered_revision from planned_visit where plan_id = ? and delivered_on is not null"
                                        + " order by delivered_revision")
                        .param(Ids.bytes(plan.value()))
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void onlyAChiropractorOfThePatientRevises() {
        var plan = twoPhases(care.patient("Not Theirs", group.west));
        assertThatThrownBy(() -> staff.as("therapist", () -> revisions.open(plan)))
                .isInstanceOf(AccessDeniedException.class);
        var opened = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(staff.as("manager", () -> revisions.findByPlan(opened)))
                .as("a revision is clinical")
                .isEmpty();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> revisions.open(new PlanId(Ids.next()))))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aPlanThatIsOverIsNotRevised() {
        var plan = twoPhases(care.patient("Is Over", group.west));
        care.move(plan, PlanStatus.COMPLETED, "Done after the last visit");
        assertThatThrownBy(() -> open(plan)).isInstanceOf(Refused.class).hasMessage("Only an active plan is revised");
    }

    private PlanId twoPhases(PatientId patient) {
        return care.activePlan(
                patient,
                "two phases",
                group.west,
                care.today(),
                massages(PlanPhase.RELIEF, Frequency.WEEKLY, 4),
                massages(PlanPhase.CORRECTIVE, Frequency.FORTNIGHTLY, 3));
    }

    private PlannedService massages(PlanPhase phase, Frequency often, int visits) {
        return new PlannedService(phase, AppointmentType.MASSAGE, group.therapist, often, visits);
    }

    private PlanDraft draftOf(PlanId plan) {
        return Objects.requireNonNull(care.details(plan).clinical()).draft();
    }

    private static PlanDraft titled(PlanDraft draft, String title) {
        return new PlanDraft(
                title,
                draft.reasonForCare(),
                draft.startsOn(),
                draft.services(),
                draft.goals(),
                draft.diagnoses(),
                draft.phases(),
                draft.factors());
    }

    private Draft open(PlanId plan) {
        return staff.as("chiropractor", () -> revisions.open(plan));
    }

    private void write(PlanId plan, PlannedService... services) {
        var seen = open(plan);
        staff.as(
                "chiropractor",
                () -> revisions.saveDraft(plan, seen.version(), seen.content().withServices(List.of(services))));
    }

    private void apply(PlanId plan, Order order) {
        apply(plan, open(plan).version(), order);
    }

    private void apply(PlanId plan, long version, Order order) {
        staff.doAs("chiropractor", () -> revisions.apply(plan, version, order));
    }

    private void refused(PlanId plan, Order order, String message) {
        assertThatThrownBy(() -> apply(plan, order)).isInstanceOf(Refused.class).hasMessage(message);
    }

    private boolean worse(PlanId plan) {
        return jdbc.sql("select is_worse from treatment_plan where id = ?")
                .param(Ids.bytes(plan.value()))
                .query(Boolean.class)
                .single();
    }

    private List<PlanRevisionService.Row> rows(PlanId plan) {
        return staff.as(
                "chiropractor", () -> revisions.findByPlan(plans.open(plan).orElseThrow()));
    }
}
