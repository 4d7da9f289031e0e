package io.plumbline.plans.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.SensitivePatients;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.measures.ScoreRow;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The reasons of the worklist that its columns keep, and whose plans it shows. */
@StoreTest
class PlanWorklistReasonsTest {
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
    PlanCountService counts;

    @Autowired
    PlanPractitionerService practitioners;

    @Autowired
    MeasureService measures;

    @Autowired
    PatientService patients;

    @Autowired
    MovableClock clock;

    @Test
    void aPlanEndsWithItsLastOpenVisitAsBookedOrElseAsPlanned() {
        var patient = care.patient("Ends", group.west);
        var plan = care.activePlan(patient, "ends");
        var last = care.details(plan).visits().getLast();
        assertThat(find("manager", plan, PlanFilter.ENDING))
                .as("its last visit is three weeks away")
                .isEmpty();
        clock.pass(Duration.ofDays(7));
        assertThat(find("manager", plan, PlanFilter.ENDING))
                .map(PlanRow::endsOn)
                .contains(last.plannedOn());
        care.bookMassage(patient, last.plannedOn().plusDays(5), last.id());
        assertThat(find("manager", plan, PlanFilter.ENDING))
                .as("booked later than planned")
                .isEmpty();
        clock.pass(Duration.ofDays(5));
        assertThat(find("chiropractor", plan, PlanFilter.ENDING).orElseThrow().needs())
                .contains(Need.ENDING);
        care.move(plan, PlanStatus.ON_HOLD, "Travels for work until May");
        assertThat(find("manager", plan, PlanFilter.ENDING)).isEmpty();
    }

    @Test
    void aPlanWhoseVisitsAreAllDeliveredHasEnded() {
        var patient = care.patient("All Done", group.west);
        var plan = care.activePlan(
                patient,
                "all done",
                group.west,
                care.today(),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 1));
        care.signedNote(patient);
        var row = find("manager", plan, PlanFilter.NEEDS_YOU).orElseThrow();
        assertThat(row.needs()).containsExactly(Need.ENDING);
        assertThat(row.endsOn()).isEqualTo(care.today());
    }

    @Test
    void aDraftThatLacksOnlyTheAgreementWaitsForItWithItsClinicians() {
        var patient = care.patient("Agrees Not Yet", group.west);
        care.signIntake(patient, care.assessed("agreement"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        save(
                plan,
                new PlanDraft(
                        "Care of the back",
                        "agreement",
                        care.today(),
                        List.of(new PlannedService(
                                PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, 4))));
        assertThat(find("chiropractor", plan, PlanFilter.ALL))
                .as("nobody gives its services yet")
                .isEmpty();
        save(plan, care.weekly("agreement"));
        var row = find("chiropractor", plan, PlanFilter.AGREEMENT).orElseThrow();
        assertThat(row.needs()).containsExactly(Need.AGREEMENT_MISSING);
        assertThat(find("chiropractor", plan, PlanFilter.NEEDS_YOU)).isPresent();
        for (var filter : PlanFilter.values()) {
            assertThat(find("manager", plan, filter))
                    .as("drafts are for clinicians")
                    .isEmpty();
        }
        staff.doAs("chiropractor", () -> plans.activate(plan, care.versionOf(plan), TestCare.AGREED));
        assertThat(find("chiropractor", plan, PlanFilter.ALL).orElseThrow().awaitsAgreement())
                .isFalse();
    }

    @Test
    void aScoreThatIsRecordedOrCorrectedChangesWhatIsKeptOfThePlan() {
        var patient = care.patient("Scored", group.west);
        var plan = care.activePlan(patient, "scored");
        for (int pain : new int[] {3, 4}) {
            clock.pass(Duration.ofDays(7));
            care.signedNote(patient, pain);
        }
        clock.pass(Duration.ofDays(7));
        care.signedNote(patient);
        assertThat(find("chiropractor", plan, PlanFilter.REVIEW)
                        .orElseThrow()
                        .course()
                        .review())
                .as("the note says 6")
                .isEqualTo(ReviewReason.WORSE_THAN_BEFORE);
        var ofManager = find("manager", plan, PlanFilter.REVIEW).orElseThrow();
        assertThat(ofManager.needs()).contains(Need.REVIEW_DUE, Need.STEP_OPEN);
        assertThat(ofManager.course().review()).as("clinical").isNull();
        correctLast(patient, 2);
        assertThat(find("manager", plan, PlanFilter.REVIEW)).isEmpty();
        assertThat(find("chiropractor", plan, PlanFilter.ALL)
                        .orElseThrow()
                        .course()
                        .proposed())
                .as("what was proposed is not any more")
                .isNotEqualTo(Step.EXAMINE_AGAIN);
        correctLast(patient, 9);
        assertThat(find("manager", plan, PlanFilter.REVIEW)).isPresent();
        var wrong = lastScore(patient);
        staff.doAs(
                "therapist",
                () -> measures.markEnteredInError(wrong.id(), wrong.version(), "It belongs to another patient"));
        assertThat(find("chiropractor", plan, PlanFilter.REVIEW)
                        .orElseThrow()
                        .course()
                        .review())
                .as("whether the patient is worse cannot be told")
                .isEqualTo(ReviewReason.NOT_JUDGED);
    }

    @Test
    void theWorklistIsNarrowedToAClinicAndToAPractitioner() {
        var west = care.activePlan(care.patient("Of The West", group.west), "west");
        var here = new PlanNarrowing(group.west, null);
        var there = new PlanNarrowing(group.east, null);
        var hers = new PlanNarrowing(null, group.chiropractor);
        var nobodys = new PlanNarrowing(group.west, StaffId.next());
        for (var who : List.of("manager", "chiropractor")) {
            assertThat(find(who, west, PlanFilter.ALL, here)).as(who).isPresent();
            assertThat(find(who, west, PlanFilter.ALL, there)).as(who).isEmpty();
            assertThat(find(who, west, PlanFilter.NOT_BOOKED, hers)).as(who).isPresent();
            assertThat(find(who, west, PlanFilter.ALL, nobodys)).as(who).isEmpty();
            assertThat(find(who, west, PlanFilter.ALL, new PlanNarrowing(ClinicId.next(), null)))
                    .as("another's clinic")
                    .isEmpty();
        }
        for (var filter : PlanFilter.values()) {
            var counted = staff.as("manager", () -> counts.byFilter(hers)).get(filter);
            assertThat(counted)
                    .as(filter.label())
                    .isEqualTo(filter == PlanFilter.AGREEMENT ? null : (Long) countOf(filter, hers));
        }
        assertThat(staff.as("manager", () -> counts.byFilter(nobodys)))
                .allSatisfy((filter, count) -> assertThat(count).isZero());
        assertThat(staff.as("manager", () -> practitioners.named(""))).contains(group.chiropractor);
        assertThat(staff.as("manager", () -> practitioners.name(group.chiropractor)))
                .isNotEmpty();
    }

    /** Counts leave out plans of sensitive patients whom the current user does not find; the list masks them. */
    private long countOf(PlanFilter filter, PlanNarrowing narrowing) {
        return staff.as("manager", () -> worklist.findPage(filter, narrowing, null, 1000)).stream()
                .filter(row -> !row.patientName().equals(SensitivePatients.LABEL))
                .count();
    }

    private void save(PlanId plan, PlanDraft draft) {
        var written = new PlanDraft(draft.title(), draft.reasonForCare(), draft.startsOn(), draft.services())
                .withGoals(draft.goals());
        staff.doAs("chiropractor", () -> plans.saveDraft(plan, care.versionOf(plan), written));
    }

    private void record(PatientId patient, int pain) {
        staff.doAs("therapist", () -> measures.recordSigned(patient, List.of(pain(pain))));
    }

    private ScoreDraft pain(int score) {
        return new ScoreDraft("NPRS_NOW", MeasureAnswers.score(score), care.today());
    }

    private void correctLast(PatientId patient, int pain) {
        var last = lastScore(patient);
        staff.doAs(
                "therapist",
                () -> measures.correct(last.id(), last.version(), pain(pain), "Misread the value on the sheet"));
    }

    private ScoreRow lastScore(PatientId patient) {
        return staff
                .as(
                        "therapist",
                        () -> measures.findByPatient(patients.details(patient).orElseThrow()))
                .stream()
                .filter(history -> history.measure().code().equals("NPRS_NOW"))
                .map(history -> history.scores().getLast())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private Optional<PlanRow> find(String who, PlanId plan, PlanFilter filter) {
        return find(who, plan, filter, PlanNarrowing.NONE);
    }

    private Optional<PlanRow> find(String who, PlanId plan, PlanFilter filter, PlanNarrowing narrowing) {
        return staff.as(who, () -> worklist.findPage(filter, narrowing, null, 1000)).stream()
                .filter(row -> row.id().equals(plan))
                .filter(filter::shows)
                .findFirst();
    }
}
