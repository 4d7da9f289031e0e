package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.MeasureService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepProposal;
import io.plumbline.reactions.FollowUpPlan;
import io.plumbline.reactions.ReactionDraft;
import io.plumbline.reactions.ReactionId;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.reactions.ReactionUpdate;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A course is judged by the visits of its own plan and by what is not settled, and again whenever that changes. */
@StoreTest
class PlanFactsTest {
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
    PlanJudgingJob judging;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    MeasureService measures;

    @Autowired
    PatientService patients;

    @Autowired
    SafetyService safety;

    @Autowired
    ReactionService reactions;

    @Autowired
    PatientMergeService merges;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCourseOfOnePlanIsNotThatOfThePatientsOtherComplaint() {
        var patient = care.patient("Two Complaints", group.west);
        var neck = plan(patient, "neck");
        var back = plan(patient, "back");
        IntStream.of(3, 5, 7).forEach(pain -> {
            clock.pass(WEEK);
            treat(patient, neck, pain);
        });
        assertThat(outlook(back).goals())
                .as("measured at visits of the other plan alone")
                .isNotEmpty()
                .noneMatch(GoalFact::isMeasuredAgain);
        IntStream.of(6, 4, 3).forEach(pain -> {
            clock.pass(Duration.ofDays(1));
            treat(patient, back, pain);
        });
        assertThat(proposal(neck).step()).isEqualTo(Step.EXAMINE_AGAIN);
        assertThat(kept(neck)).isEqualTo("EXAMINE_AGAIN");
        assertThat(proposal(back).words()).contains("Not worse than at the start: pain on arrival 6, 4, 3");
        assertThat(kept(back)).isNotEqualTo("EXAMINE_AGAIN");
    }

    @Test
    void aPatientWhoWasExaminedIsJudgedFromThatDayOn() {
        var patient = care.patient("Examined", group.west);
        var plan = plan(patient, "back");
        IntStream.of(3, 5, 7).forEach(pain -> {
            clock.pass(WEEK);
            treat(patient, plan, pain);
        });
        care.examine(plan);
        staff.doAs(
                "chiropractor",
                () -> steps.reevaluate(
                        plan,
                        care.versionOf(plan),
                        ReevaluationDecision.CHANGE,
                        "Examined: no red flag; exercise added"));
        assertThat(proposal(plan).step()).isNotEqualTo(Step.EXAMINE_AGAIN);
        clock.pass(WEEK);
        treat(patient, plan, 9);
        clock.pass(WEEK);
        treat(patient, plan, 9);
        var again = proposal(plan);
        assertThat(again.step()).isEqualTo(Step.EXAMINE_AGAIN);
        assertThat(again.words()).contains("at the last examination 7");
    }

    @Test
    void aSevereReactionIsDecidedFirstUntilItIsOver() {
        var patient = care.patient("Reacts", group.west);
        var plan = plan(patient, "back");
        treat(patient, plan, 5);
        var reaction = severeReaction(patient);
        assertThat(kept(plan)).isEqualTo("DECIDE_FIRST");
        assertThat(proposal(plan).words()).contains("An adverse reaction is open: severe, ongoing");
        staff.doAs(
                "therapist",
                () -> reactions.followUp(
                        reaction, 0, new ReactionUpdate(ReactionOutcome.RESOLVED, "Well again", null)));
        assertThat(kept(plan)).isNotEqualTo("DECIDE_FIRST");
    }

    @Test
    void aPlanIsJudgedByWhatARecordSaysThatWasMergedIntoItsPatients() {
        var patient = care.patient("Kept Record", group.west);
        var plan = plan(patient, "back");
        treat(patient, plan, 5);
        var other = care.patient("Other Record", group.west);
        care.signIntake(other, care.assessed("back"));
        severeReaction(other, "chiropractor", group.chiropractor);
        assertThat(kept(plan)).isNotEqualTo("DECIDE_FIRST");
        staff.doAs("manager", () -> merges.merge(other, patient, "It is one and the same person"));
        assertThat(kept(plan)).isEqualTo("DECIDE_FIRST");
    }

    @Test
    void aFlagThatWasReferredWaitsForItsOutcome() {
        var patient = care.patient("Referred", group.west);
        var plan = plan(patient, "back");
        care.raise(patient, group.west, "RF-CES-1");
        assertThat(kept(plan)).isEqualTo("EMERGENCY");
        staff.doAs("chiropractor", () -> {
            var flag = safety.findByPatient(patient).getFirst();
            safety.decide(
                    flag.id(),
                    flag.version(),
                    new FlagDecision(FlagStatus.EMERGENCY_REFERRED, "Sent to the emergency department", null));
        });
        assertThat(proposal(plan).step()).isEqualTo(Step.WAIT);
        assertThat(kept(plan)).isEqualTo("WAIT");
    }

    @Test
    void aDecisionSettlesNoPatientWhoIsWorse() {
        var patient = care.patient("Held", group.west);
        var plan = plan(patient, "back");
        IntStream.of(3, 5, 7).forEach(pain -> {
            clock.pass(WEEK);
            treat(patient, plan, pain);
        });
        staff.doAs(
                "chiropractor",
                () -> steps.decide(
                        plan,
                        care.versionOf(plan),
                        new StepOrder(Step.HOLD, null, 0, null, "Wait a week before deciding")));
        assertThat(kept(plan)).isEqualTo("EXAMINE_AGAIN");
    }

    @Test
    void aPlanThatWasOnHoldIsJudgedWhenItGoesOn() {
        var patient = care.patient("Rested", group.west);
        var plan = plan(patient, "back");
        treat(patient, plan, 5);
        care.move(plan, PlanStatus.ON_HOLD, "Travels for work until May");
        var reaction = severeReaction(patient);
        assertThat(kept(plan)).isEqualTo("null");
        care.move(plan, PlanStatus.ACTIVE, "Back from the long travel");
        assertThat(reaction).isNotNull();
        assertThat(kept(plan)).isEqualTo("DECIDE_FIRST");
    }

    @Test
    void afterAnUpgradeOfTheRulesEachCourseIsJudgedAgain() {
        var patient = care.patient("Upgraded", group.west);
        var plan = plan(patient, "back");
        IntStream.of(3, 5, 7).forEach(pain -> {
            clock.pass(WEEK);
            treat(patient, plan, pain);
        });
        jdbc.sql(
                        "update treatment_plan set proposed_step = 'STEP_DOWN', review_reason = null, judge_at = '1970-01-01' where id = ?")
                .param(Ids.bytes(plan.value()))
                .update();
        judging.judge();
        assertThat(kept(plan)).isEqualTo("EXAMINE_AGAIN");
    }

    private ReactionId severeReaction(PatientId patient) {
        return severeReaction(patient, "therapist", group.therapist);
    }

    private ReactionId severeReaction(PatientId patient, String who, StaffId follows) {
        return staff.as(
                who,
                () -> reactions.record(
                        patient,
                        new ReactionDraft(
                                care.today(),
                                null,
                                "Dizzy",
                                AppointmentType.MASSAGE,
                                "",
                                ReactionSeverity.SEVERE,
                                ReactionOutcome.ONGOING,
                                new FollowUpPlan(care.today().plusDays(1), follows, "Call")),
                        null,
                        group.west,
                        OperationId.next()));
    }

    private PlanId plan(PatientId patient, String reason) {
        return care.activePlan(
                patient,
                reason,
                group.west,
                care.today(),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 8));
    }

    /** Signs the note of a massage today as the next visit of a plan. */
    private void treat(PatientId patient, PlanId plan, int pain) {
        var visit = care.details(plan).visits().stream()
                .filter(one -> one.deliveredOn() == null)
                .findFirst()
                .orElseThrow();
        var appointment = care.bookMassage(patient, care.today(), visit.id());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.arriving(pain)));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
    }

    private StepProposal proposal(PlanId plan) {
        return outlook(plan).proposal();
    }

    private PlanStepService.Outlook outlook(PlanId plan) {
        return staff.as("chiropractor", () -> {
                    var opened = plans.open(plan).orElseThrow();
                    var patient = patients.details(opened.patient()).orElseThrow();
                    return steps.outlook(opened, measures.findByPatient(patient));
                })
                .orElseThrow();
    }

    private String kept(PlanId plan) {
        return jdbc.sql("select proposed_step from treatment_plan where id = ?")
                .param(Ids.bytes(plan.value()))
                .query((row, n) -> String.valueOf(row.getString("proposed_step")))
                .single();
    }
}
