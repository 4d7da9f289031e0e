package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.Finding;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PhaseStates.Status;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The course of a plan is proposed by its facts and decided by a chiropractor; nothing advances by itself. */
@StoreTest
class PlanStepServiceTest {
    private static final Duration WEEK = Duration.ofDays(7);

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
    PlanWorklistService worklist;

    @Autowired
    MeasureService measures;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void eachSignedNoteRecordsPainOnArrivalAndNothingAdvancesByItself() {
        var patient = care.patient("Arrives", group.west);
        var plan = twoPhases(patient);
        for (int visit = 0; visit < 4; visit++) {
            care.signedNote(patient);
            clock.pass(WEEK);
        }
        var outlook = outlook(plan);
        assertThat(outlook.states().current()).map(State::phase).contains(PlanPhase.RELIEF);
        assertThat(outlook.proposal().words()).contains("Not worse than at the start: pain on arrival 6, 6, 6, 6");
        assertThat(outlook.proposal().step()).isEqualTo(Step.HOLD);
    }

    @Test
    void painThatRisesOverThreeVisitsIsNeverSilent() {
        var patient = care.patient("Rises", group.west);
        var plan = twoPhases(patient);
        for (int pain : new int[] {3, 4, 5}) {
            clock.pass(WEEK);
            care.signedNote(patient, pain);
        }
        var proposal = outlook(plan).proposal();
        assertThat(proposal.step()).as("never more of the same").isEqualTo(Step.EXAMINE_AGAIN);
        assertThat(proposal.words()).contains("Pain on arrival rose: 3, 4, 5");
        assertThat(keptProposal(plan)).as("for the worklist").isEqualTo("EXAMINE_AGAIN");
        refused(
                plan,
                new StepOrder(Step.STEP_UP, null, 2, TestCare.AGREED, "The patient has to come more often"),
                "More care is not planned now. " + proposal.why());
        refused(
                plan,
                new StepOrder(Step.HOLD, null, 2, TestCare.AGREED, "The phase has to be longer"),
                "No visits are added now. " + proposal.why());
    }

    @Test
    void aStepDownEndsThePhaseRemovesItsFreeVisitsAndPlansTheNext() {
        var patient = care.patient("Steps Down", group.west);
        var plan = twoPhases(patient);
        care.signedNote(patient);
        var second = care.details(plan).visits().get(1);
        care.bookMassage(patient, care.today().plusDays(8), second.id());
        decide(plan, new StepOrder(Step.STEP_DOWN, null, 0, null, "No pain at work for two weeks"));
        var now = care.details(plan);
        assertThat(now.visits())
                .filteredOn(visit -> visit.phase() == PlanPhase.RELIEF)
                .as("what is delivered and what is booked stays")
                .hasSize(2);
        assertThat(now.visits())
                .filteredOn(visit -> visit.phase() == PlanPhase.CORRECTIVE)
                .hasSize(3)
                .allMatch(visit -> visit.plannedOn().isAfter(care.today()));
        assertThat(care.header(patient).planned()).isEqualTo(5);
        var outlook = outlook(plan);
        assertThat(outlook.states().states()).extracting(State::status).containsExactly(Status.DONE, Status.ACTIVE);
        var decision = outlook.decisions().getFirst();
        assertThat(decision.from()).isEqualTo(PlanPhase.RELIEF);
        assertThat(decision.to()).isEqualTo(PlanPhase.CORRECTIVE);
        assertThat(decision.visitsRemoved()).isEqualTo(2);
        assertThat(decision.facts()).contains("No red flag is open");
        assertThat(care.auditOf("plan.step", patient)).isEqualTo(1);
    }

    @Test
    void aDecisionThatDiffersFromTheProposalHasAReason() {
        var plan = twoPhases(care.patient("Differs", group.west));
        refused(plan, new StepOrder(Step.STEP_DOWN, null, 0, null, " "), "The reason is missing");
        assertThat(outlook(plan).decisions()).isEmpty();
    }

    @Test
    void moreCareNeedsTheAgreementOfThePatient() {
        var plan = twoPhases(care.patient("Agrees", group.west));
        var more = new StepOrder(Step.HOLD, null, 2, null, "Needs more time than planned");
        refused(plan, more, "The patient must agree before care grows: record who agreed and how");
        decide(plan, new StepOrder(Step.HOLD, null, 2, TestCare.AGREED, "Needs more time than planned"));
        var now = care.details(plan);
        assertThat(now.visits())
                .filteredOn(visit -> visit.phase() == PlanPhase.RELIEF)
                .hasSize(6);
        assertThat(now.visits()).extracting(PlanDetails.Visit::plannedOn).isSorted();
        assertThat(now.visits().getLast().phase()).isEqualTo(PlanPhase.CORRECTIVE);
        assertThat(outlook(plan).decisions().getFirst().agreement()).isEqualTo(PatientAgreement.Way.VERBAL);
    }

    @Test
    void aStepUpInTheFirstPhaseBringsVisitsCloserTogether() {
        var patient = care.patient("Steps Up", group.west);
        var plan = twoPhases(patient);
        measuredTheSame(patient);
        refused(
                plan,
                new StepOrder(Step.STEP_UP, null, 0, TestCare.AGREED, "Worse than at the last visit"),
                "Enter how many visits the patient gets at the closer frequency");
        decide(plan, new StepOrder(Step.STEP_UP, null, 2, TestCare.AGREED, "Worse than at the last visit"));
        var line = care.details(plan).clinical().draft().services().getFirst();
        assertThat(line.frequency()).isEqualTo(Frequency.TWICE_A_WEEK);
        assertThat(line.visits()).isEqualTo(6);
    }

    @Test
    void aStepUpFromALaterPhaseBeginsThePhaseBeforeAgain() {
        var patient = care.patient("Back", group.west);
        var plan = twoPhases(patient);
        measuredTheSame(patient);
        decide(plan, new StepOrder(Step.STEP_DOWN, null, 0, null, "Better after the examination"));
        decide(plan, new StepOrder(Step.STEP_UP, null, 3, TestCare.AGREED, "Worse again since the weekend"));
        assertThat(outlook(plan).states().current()).map(State::phase).contains(PlanPhase.RELIEF);
        var now = care.details(plan);
        assertThat(now.visits().subList(0, 3))
                .extracting(PlanDetails.Visit::phase)
                .containsOnly(PlanPhase.RELIEF);
        assertThat(now.visits()).hasSize(6);
    }

    @Test
    void theLastPhaseHasNoStepDown() {
        var plan = care.activePlan(care.patient("Last Phase", group.west), "last phase");
        refused(
                plan,
                new StepOrder(Step.STEP_DOWN, null, 0, null, "Done after the last visit"),
                "Relief is the last phase: complete the plan instead");
    }

    @Test
    void onlyAnActivePlanTakesAStep() {
        var plan = twoPhases(care.patient("Rests", group.west));
        care.move(plan, PlanStatus.ON_HOLD, "Travels for work until May");
        refused(
                plan,
                new StepOrder(Step.REFER, null, 0, null, "To the physician for a test"),
                "Only the course of an active plan is decided");
    }

    @Test
    void aHoldForbidsMoreCare() {
        var patient = care.patient("Held Step", group.west);
        var plan = twoPhases(patient);
        care.raise(patient, group.west, "RF-CES-1");
        assertThat(outlook(plan).proposal().step()).isEqualTo(Step.EMERGENCY);
        assertThat(rowOf("chiropractor", plan, PlanFilter.STEP).course().proposed())
                .as("the worklist proposes what the plan does")
                .isEqualTo(Step.EMERGENCY);
        refused(
                plan,
                new StepOrder(Step.STEP_DOWN, null, 0, null, "Feels better and works again"),
                "Clinical hold: no phase can be advanced until the red flag is cleared");
        refused(
                plan,
                new StepOrder(Step.HOLD, null, 2, TestCare.AGREED, "More visits in the first phase"),
                "Clinical hold: no plan can be extended until the red flag is cleared");
        refused(
                plan,
                new StepOrder(Step.REFER, null, 0, null, "To the emergency department"),
                "Decide the red flag: the referral is recorded there");
    }

    @Test
    void aDecisionOnWhatAColleagueChangedIsRefused() {
        var plan = twoPhases(care.patient("Stale", group.west));
        var seen = care.versionOf(plan);
        decide(plan, new StepOrder(Step.REFER, null, 0, null, "To the physician for a test"));
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> steps.decide(
                                plan, seen, new StepOrder(Step.HOLD, null, 0, null, "Wait for the next visit first"))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void onlyAChiropractorInRelationDecides() {
        var plan = twoPhases(care.patient("Decides", group.west));
        var order = new StepOrder(Step.REFER, null, 0, null, "To the physician for a test");
        var version = care.versionOf(plan);
        for (var who : List.of("therapist", "manager")) {
            assertThatThrownBy(() -> staff.doAs(who, () -> steps.decide(plan, version, order)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> steps.decide(new PlanId(Ids.next()), 0, order)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theRulesOfAnActivePlanStayWhatTheChiropractorAgreedTo() {
        var patient = care.patient("Keeps Rules", group.west);
        var plan = twoPhases(patient);
        var kept = care.details(plan).clinical().draft().phases();
        assertThat(kept).extracting(PhaseRules::phase).containsExactly(PlanPhase.RELIEF, PlanPhase.CORRECTIVE);
        assertThat(outlook(plan).rules()).isEqualTo(kept.getFirst());
    }

    @Test
    void aPlanWhosePhaseCouldNeverEndIsNotActivated() {
        var patient = care.patient("Never Ends", group.west);
        var plan = care.draftPlan(patient, "never ends", group.west, care.today(), massages(PlanPhase.RELIEF, 4));
        var exit = new ExitCriteria(2, 5, null, false, false, false, false);
        var draft = care.details(plan).clinical().draft();
        staff.doAs(
                "chiropractor",
                () -> plans.saveDraft(
                        plan,
                        care.versionOf(plan),
                        new PlanDraft(
                                draft.title(),
                                draft.reasonForCare(),
                                draft.startsOn(),
                                draft.services(),
                                draft.goals(),
                                draft.diagnoses(),
                                List.of(new PhaseRules(PlanPhase.RELIEF, 0, null, 0, null, exit, 12, 30)),
                                List.of())));
        assertThatThrownBy(() ->
                        staff.doAs("chiropractor", () -> plans.activate(plan, care.versionOf(plan), TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessage("Relief asks for pain of 2 or less on 5 visits, and 4 are planned: it could never end");
    }

    @Test
    void aChiropractorRecordsWhatHasBecomeOfAFactor() {
        var patient = care.patient("Sits Long", group.west);
        var plan = care.draftPlan(patient, "back", group.west, care.today(), massages(PlanPhase.RELIEF, 4));
        var draft = Objects.requireNonNull(care.details(plan).clinical()).draft();
        staff.doAs("chiropractor", () -> {
            plans.saveDraft(plan, care.versionOf(plan), draft.withFactors(List.of(PlanFactor.open("SITTING"))));
            plans.activate(plan, care.versionOf(plan), TestCare.AGREED);
        });
        var seen = care.versionOf(plan);
        staff.doAs("chiropractor", () -> steps.noteFactor(plan, seen, "SITTING", PlanFactor.Status.IMPROVING));
        assertThat(Objects.requireNonNull(care.details(plan).clinical()).draft().factors())
                .extracting(PlanFactor::status)
                .containsExactly(PlanFactor.Status.IMPROVING);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor", () -> steps.noteFactor(plan, seen, "SITTING", PlanFactor.Status.RESOLVED)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor",
                        () -> steps.noteFactor(plan, care.versionOf(plan), "STRESS", PlanFactor.Status.RESOLVED)))
                .isInstanceOf(Refused.class)
                .hasMessage("The plan no longer has this contributing factor");
    }

    @Test
    void aPlanFromBeforePhasesHadAStateIsInThePhaseOfItsNextVisit() {
        var patient = care.patient("From Before", group.west);
        var plan = twoPhases(patient);
        care.signedNote(patient);
        jdbc.sql("update treatment_plan set phase_states = null, phase_rules = null where id = ?")
                .param(Ids.bytes(plan.value()))
                .update();
        var outlook = outlook(plan);
        assertThat(outlook.states().current()).contains(new State(PlanPhase.RELIEF, Status.ACTIVE, care.today(), null));
        assertThat(outlook.rules().reevaluateVisits()).isEqualTo(12);
    }

    @Test
    void aManagerSeesNoClinicalCourse() {
        var plan = twoPhases(care.patient("Unseen", group.west));
        var opened = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(staff.as("manager", () -> steps.outlook(opened, List.of()))).isEmpty();
    }

    @Test
    void anUnknownFactIsNamed() {
        var patient = care.patient("Unmeasured", group.west);
        var proposal = outlook(twoPhases(patient)).proposal();
        assertThat(proposal.step()).isNull();
        assertThat(proposal.missing())
                .extracting(Finding::words)
                .containsExactly("No goal was measured again since its baseline");
    }

    @Test
    void aReevaluationComparesNewScoresAndCountsFromThen() {
        var patient = care.patient("Reevaluated", group.west);
        var plan = twoPhases(patient);
        clock.pass(Duration.ofDays(31));
        assertThat(outlook(plan).reevaluation().dueOn()).isBefore(care.today());
        reevaluationRefused(
                plan,
                ReevaluationDecision.CONTINUE,
                "Decided late, after a holiday",
                "Record Pain now first: a re-evaluation compares scores of the last 14 days");
        record(patient, 3);
        reevaluationRefused(plan, ReevaluationDecision.CONTINUE, "", "The reason is missing");
        reevaluate(plan, ReevaluationDecision.CONTINUE, "The patient was away");
        var outlook = outlook(plan);
        assertThat(outlook.reevaluation().dueOn()).isEqualTo(care.today().plusDays(30));
        assertThat(outlook.reevaluation().lastCourse()).isEqualTo(Course.IMPROVING);
        var row = outlook.decisions().getFirst();
        assertThat(row.reevaluation()).isEqualTo(ReevaluationDecision.CONTINUE);
        assertThat(row.facts()).isEqualTo("Pain now 5 to 3");
        assertThat(care.auditOf("plan.reevaluated", patient)).isEqualTo(1);
    }

    @Test
    void theWorklistSaysWhatIsToBeDecidedAndToManagersWithoutClinicalWords() {
        var patient = care.patient("Listed", group.west);
        var plan = twoPhases(patient);
        for (int pain : new int[] {3, 4, 5}) {
            clock.pass(WEEK);
            care.signedNote(patient, pain);
        }
        assertThat(rowOf("chiropractor", plan, PlanFilter.STEP).course().proposed())
                .isEqualTo(Step.EXAMINE_AGAIN);
        var ofManager = rowOf("manager", plan, PlanFilter.STEP);
        assertThat(ofManager.course().isStepOpen()).isTrue();
        assertThat(ofManager.course().proposed()).as("clinical").isNull();
        clock.pass(Duration.ofDays(9));
        var due = rowOf("manager", plan, PlanFilter.REEVALUATION);
        assertThat(due.course().reevaluationDueOn()).isEqualTo(care.today());
        assertThat(rowOf("manager", plan, PlanFilter.NEEDS_YOU).needs())
                .contains(Need.STEP_OPEN, Need.REEVALUATION_DUE);
        decide(plan, new StepOrder(Step.REFER, null, 0, null, ""));
        assertThat(rowOf("chiropractor", plan, PlanFilter.REEVALUATION).course().isStepOpen())
                .as("until the patient is examined")
                .isTrue();
    }

    @Test
    void careThatChangedNothingIsNotContinued() {
        var patient = care.patient("Unchanged", group.west);
        var plan = twoPhases(patient);
        clock.pass(WEEK);
        record(patient, 5);
        reevaluationRefused(
                plan,
                ReevaluationDecision.CONTINUE,
                "Wait for the next visit first",
                "Nothing has changed: change the plan, refer or discharge the patient");
        reevaluate(plan, ReevaluationDecision.CHANGE, "Exercise instead");
        assertThat(outlook(plan).proposal().step()).as("never silent").isEqualTo(Step.CHANGE);
        assertThat(keptProposal(plan)).isEqualTo("CHANGE");
    }

    @Test
    void advancingAndMoreCareWaitForADueReevaluationAndAReferralDoesNot() {
        var patient = care.patient("Waits", group.west);
        var plan = twoPhases(patient);
        clock.pass(Duration.ofDays(30));
        var due = "Re-evaluate the patient first: it has been due since "
                + staff.as("chiropractor", () -> Dates.dayAndYear(care.today()));
        refused(plan, new StepOrder(Step.STEP_DOWN, null, 0, null, "Better after the examination"), due);
        refused(plan, new StepOrder(Step.HOLD, null, 2, TestCare.AGREED, "The phase has to be longer"), due);
        refused(
                plan,
                new StepOrder(Step.STEP_UP, null, 2, TestCare.AGREED, "Worse than at the last visit"),
                "More care is not planned now. A re-evaluation is due.");
        decide(plan, new StepOrder(Step.REFER, null, 0, null, "To the physician for a test"));
    }

    @Test
    void aDischargeCompletesThePlan() {
        var patient = care.patient("Discharged", group.west);
        var plan = twoPhases(patient);
        clock.pass(WEEK);
        record(patient, 1);
        reevaluate(plan, ReevaluationDecision.DISCHARGE, "No complaints any more");
        assertThat(care.details(plan).status()).isEqualTo(PlanStatus.COMPLETED);
        assertThat(outlook(plan).proposal()).isNull();
    }

    /** Four weekly massages, then three every two weeks. */
    private PlanId twoPhases(PatientId patient) {
        return care.activePlan(
                patient,
                "two phases",
                group.west,
                care.today(),
                massages(PlanPhase.RELIEF, 4),
                massages(PlanPhase.CORRECTIVE, 3));
    }

    private PlannedService massages(PlanPhase phase, int visits) {
        var often = phase == PlanPhase.RELIEF ? Frequency.WEEKLY : Frequency.FORTNIGHTLY;
        return new PlannedService(phase, AppointmentType.MASSAGE, group.therapist, often, visits);
    }

    /** A week later pain is as it was: care goes on, and a chiropractor may decide otherwise. */
    private void measuredTheSame(PatientId patient) {
        clock.pass(WEEK);
        record(patient, 5);
    }

    private void record(PatientId patient, int pain) {
        staff.doAs(
                "therapist",
                () -> measures.recordSigned(
                        patient, List.of(new ScoreDraft("NPRS_NOW", MeasureAnswers.score(pain), today()))));
    }

    private LocalDate today() {
        return care.today();
    }

    private Outlook outlook(PlanId plan) {
        return staff.as("chiropractor", () -> {
                    var opened = plans.open(plan).orElseThrow();
                    var patient = patients.details(opened.patient()).orElseThrow();
                    return steps.outlook(opened, measures.findByPatient(patient));
                })
                .orElseThrow();
    }

    private void decide(PlanId plan, StepOrder order) {
        staff.doAs("chiropractor", () -> steps.decide(plan, care.versionOf(plan), order));
    }

    private void reevaluate(PlanId plan, ReevaluationDecision decision, String reason) {
        staff.doAs("chiropractor", () -> steps.reevaluate(plan, care.versionOf(plan), decision, reason));
    }

    private void reevaluationRefused(PlanId plan, ReevaluationDecision decision, String reason, String message) {
        assertThatThrownBy(() -> reevaluate(plan, decision, reason))
                .isInstanceOf(Refused.class)
                .hasMessage(message);
    }

    private void refused(PlanId plan, StepOrder order, String message) {
        assertThatThrownBy(() -> decide(plan, order))
                .isInstanceOf(Refused.class)
                .hasMessage(message);
    }

    private PlanRow rowOf(String who, PlanId plan, PlanFilter filter) {
        return staff.as(who, () -> worklist.findPage(filter, PlanNarrowing.NONE, null, 1000)).stream()
                .filter(row -> row.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    private String keptProposal(PlanId plan) {
        return jdbc.sql("select proposed_step from treatment_plan where id = ?")
                .param(Ids.bytes(plan.value()))
                .query(String.class)
                .single();
    }
}
