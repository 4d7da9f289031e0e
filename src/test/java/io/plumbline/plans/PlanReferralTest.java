package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.referrals.CloseReason;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralService;
import io.plumbline.referrals.ReferralSource;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision to refer a patient leads somewhere: it is open until a referral is written, or it is taken back. */
@StoreTest
class PlanReferralTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PlanStepService steps;

    @Autowired
    PlanReferralService decisions;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    ReferralService referrals;

    @Autowired
    AppointmentService appointments;

    @Autowired
    MeasureService measures;

    @Autowired
    MovableClock clock;

    @Test
    void itIsOpenUntilTheReferralIsWritten() {
        var patient = care.patient("To Refer", group.west);
        var plan = care.activePlan(patient, "low back");
        refer(plan);
        assertThat(care.details(plan).referralOpenOn()).isEqualTo(care.today());
        assertThat(rowOf(plan).needs()).contains(Need.REFERRAL_OPEN);
        assertThat(toDecideFirst()).contains(plan);
        write(patient, plan);
        assertThat(care.details(plan).referralOpenOn()).isNull();
        assertThat(toDecideFirst()).doesNotContain(plan);
    }

    @Test
    void aReEvaluationThatRefersIsOpenLikewise() {
        var patient = care.patient("Refer After Scores", group.west);
        var plan = care.activePlan(patient, "low back");
        clock.pass(Duration.ofDays(7));
        var same = List.of(new ScoreDraft("NPRS_NOW", MeasureAnswers.score(5), care.today()));
        staff.doAs("therapist", () -> measures.recordSigned(patient, same));
        staff.doAs(
                "chiropractor",
                () -> steps.reevaluate(plan, care.versionOf(plan), ReevaluationDecision.REFER, "No change in a week"));
        assertThat(toDecideFirst()).contains(plan);
        write(patient, null);
        assertThat(toDecideFirst())
                .as("a referral that follows from nothing may be about something else")
                .contains(plan);
        write(patient, plan);
        assertThat(toDecideFirst()).doesNotContain(plan);
    }

    @Test
    void aReferralThatFollowsFromAnotherPlanDoesNotSettleIt() {
        var patient = care.patient("Two Complaints", group.west);
        var back = care.activePlan(patient, "low back");
        var neck = care.activePlan(patient, "neck");
        refer(back);
        refer(neck);
        write(patient, neck);
        assertThat(toDecideFirst()).contains(back).doesNotContain(neck);
    }

    @Test
    void aReferralThatWasEnteredInErrorOpensTheDecisionAgain() {
        var patient = care.patient("Refer In Error", group.west);
        var plan = care.activePlan(patient, "low back");
        refer(plan);
        var decided = care.today();
        clock.pass(Duration.ofDays(1));
        var mistaken = write(patient, plan);
        assertThat(toDecideFirst()).doesNotContain(plan);
        close(mistaken, CloseReason.ENTERED_IN_ERROR);
        assertThat(care.details(plan).referralOpenOn()).isEqualTo(decided);
        assertThat(toDecideFirst()).contains(plan);
        var right = write(patient, plan);
        assertThat(toDecideFirst()).doesNotContain(plan);
        close(right, CloseReason.NOT_NEEDED);
        assertThat(toDecideFirst()).as("it was written, whatever came of it").doesNotContain(plan);
    }

    @Test
    void itIsNotOpenAgainWhileAnotherReferralCarriesItOut() {
        var patient = care.patient("Referred Twice", group.west);
        var plan = care.activePlan(patient, "low back");
        refer(plan);
        clock.pass(Duration.ofHours(1));
        var mistaken = write(patient, plan);
        write(patient, plan);
        close(mistaken, CloseReason.ENTERED_IN_ERROR);
        assertThat(care.details(plan).referralOpenOn()).isNull();
    }

    @Test
    void aReferralOfAnEarlierDecisionCarriesOutNoLaterOne() {
        var patient = care.patient("Referred Again", group.west);
        var plan = care.activePlan(patient, "low back");
        refer(plan);
        write(patient, plan);
        clock.pass(Duration.ofDays(2));
        refer(plan);
        clock.pass(Duration.ofHours(1));
        close(write(patient, plan), CloseReason.ENTERED_IN_ERROR);
        assertThat(care.details(plan).referralOpenOn()).isEqualTo(care.today());
    }

    @Test
    void whatNobodyDecidedIsNotOpenedByAMistake() {
        var patient = care.patient("Written Without", group.west);
        var plan = care.activePlan(patient, "low back");
        close(write(patient, plan), CloseReason.ENTERED_IN_ERROR);
        assertThat(care.details(plan).referralOpenOn()).isNull();
        refer(plan);
        takeBack(plan, "The physician had seen the patient last week");
        close(write(patient, plan), CloseReason.ENTERED_IN_ERROR);
        assertThat(care.details(plan).referralOpenOn()).as("taken back").isNull();
    }

    @Test
    void itStaysWhileThePlanRests() {
        var plan = care.activePlan(care.patient("Rests To Refer", group.west), "low back");
        refer(plan);
        care.move(plan, PlanStatus.ON_HOLD, "Held until the answer comes");
        assertThat(toDecideFirst()).contains(plan);
        assertThat(rowOf(plan).needs()).containsExactly(Need.REFERRAL_OPEN);
    }

    @Test
    void aPlanIsNotCompletedBeforeItIsWrittenOrTakenBack() {
        var plan = care.activePlan(care.patient("Completed To Refer", group.west), "low back");
        refer(plan);
        assertThatThrownBy(() -> care.move(plan, PlanStatus.COMPLETED, "Well again since last week"))
                .isInstanceOf(Refused.class)
                .hasMessage("Write the referral first, or take the decision to refer back");
        care.move(plan, PlanStatus.ENTERED_IN_ERROR, "Of another patient");
    }

    @Test
    void itIsTakenBackWithAReasonThatStaysOnRecord() {
        var patient = care.patient("Not Referred", group.west);
        var plan = care.activePlan(patient, "low back");
        assertThatThrownBy(() -> takeBack(plan, "Too early to decide about it"))
                .isInstanceOf(Refused.class)
                .hasMessage("A plan that is active has no referral that is still to be written");
        refer(plan);
        assertThatThrownBy(() -> takeBack(plan, " ")).isInstanceOf(Refused.class);
        takeBack(plan, "The physician had seen the patient last week");
        assertThat(care.details(plan).referralOpenOn()).isNull();
        assertThat(staff.as("chiropractor", () -> steps.open(plan))
                        .orElseThrow()
                        .outlook()
                        .decisions()
                        .getFirst())
                .matches(PlanStepService.Decision::isReferralTakenBack)
                .matches(decision -> decision.reason().equals("The physician had seen the patient last week"));
        assertThat(care.auditOf("plan.referral-taken-back", patient)).isOne();
    }

    @Test
    void whatIsBookedIsAskedAboutAndCanBeCanceled() {
        var patient = care.patient("Booked To Refer", group.west);
        var plan = care.activePlan(patient, "low back");
        var visit = care.details(plan).visits().getFirst();
        var booked = care.bookMassage(patient, care.today().plusDays(1), visit.id());
        assertThat(care.details(plan).stillBooked()).isEmpty();
        refer(plan);
        assertThat(care.details(plan).stillBooked()).extracting(row -> row.id()).containsExactly(booked);
        staff.doAs("chiropractor", () -> decisions.cancelBooked(plan, care.versionOf(plan), "Waits for an answer"));
        assertThat(staff.as("westdesk", () -> appointments.find(booked))
                        .orElseThrow()
                        .row()
                        .status())
                .isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(care.details(plan).stillBooked()).isEmpty();
        assertThat(toDecideFirst()).as("the referral is still to be written").contains(plan);
    }

    @Test
    void theLetterBeginsWithTheReasonAndTheFactsOfTheDecision() {
        var plan = care.activePlan(care.patient("Filled In", group.west), "low back");
        assertThat(reason(plan)).isEmpty();
        refer(plan);
        assertThat(reason(plan)).startsWith("To the physician for a test\n").contains("No red flag is open");
        assertThat(staff.as("manager", () -> decisions.findReason(plan)))
                .as("nobody else's patient")
                .isEmpty();
    }

    private String reason(PlanId plan) {
        return staff.as(
                "chiropractor",
                () -> referrals.proposedReason(new ReferralSource(ReferralSource.Kind.PLAN, plan.value())));
    }

    private void refer(PlanId plan) {
        staff.doAs(
                "chiropractor",
                () -> steps.decide(
                        plan,
                        care.versionOf(plan),
                        new StepOrder(Step.REFER, null, 0, null, "To the physician for a test")));
    }

    private void takeBack(PlanId plan, String reason) {
        staff.doAs("chiropractor", () -> decisions.takeBack(plan, care.versionOf(plan), reason));
    }

    private void close(ReferralId referral, CloseReason reason) {
        staff.doAs(
                "chiropractor",
                () -> referrals.close(
                        referral, referrals.open(referral).orElseThrow().version(), reason, ""));
    }

    private ReferralId write(PatientId patient, @Nullable PlanId plan) {
        var draft = new ReferralDraft(
                group.west,
                null,
                "Please examine the lumbar spine",
                ReferralPriority.ROUTINE,
                care.today().plusDays(7));
        var source = plan == null ? null : new ReferralSource(ReferralSource.Kind.PLAN, plan.value());
        return staff.as("chiropractor", () -> referrals.ask(patient, draft, source, OperationId.next()));
    }

    private List<PlanId> toDecideFirst() {
        return staff.as("chiropractor", () -> worklist.findToDecideFirst(1000)).stream()
                .map(PlanRow::id)
                .toList();
    }

    private PlanRow rowOf(PlanId plan) {
        return staff
                .as("chiropractor", () -> worklist.findPage(PlanFilter.NEEDS_YOU, PlanNarrowing.NONE, null, 1000))
                .stream()
                .filter(row -> row.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }
}
