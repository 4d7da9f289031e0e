package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanRow.Need;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans: how one begins, what is booked of it, and who sees it on a list. */
@StoreTest
@Tag("core")
class PlanServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ScreeningService screening;

    @Autowired
    IntakeService intake;

    @Autowired
    PlanService plans;

    @Autowired
    PlanStepService steps;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aPlanTakesOverWhatHasBecomeOfAFactor() {
        var patient = care.treated("Improving Factor");
        var detail = new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.IMPROVING);
        care.signIntake(
                patient,
                care.assessed("back")
                        .with(new IntakeMore("", new TreeMap<>(Map.of("SITTING", detail)), "", "", "", "", "", "")
                                .with(TestCare.ALIGNED)));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        assertThat(Objects.requireNonNull(care.details(plan).clinical()).draft().factors())
                .containsExactly(PlanFactor.open("SITTING").withStatus(PlanFactor.Status.IMPROVING));
    }

    @Test
    void aPlanStartsFromASignedIntakeNoteThatDoesNotReferElsewhere() {
        var patient = care.treated("Unsigned");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .isInstanceOf(Refused.class);
        care.signIntake(patient, care.assessed("back"));
        assertThat(staff.as("chiropractor", () -> plans.begin(patient))).isNotNull();
        clock.pass(Duration.ofMinutes(1));
        care.signIntake(patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.REFER));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .as("the latest counts")
                .isInstanceOf(Refused.class);
    }

    @Test
    void activatingAPlanOpensTheChartToItsPractitionerAndShowsInTheHeader() {
        var patient = care.patient("Plan", group.west);
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        var plan = care.activePlan(patient, "opens");
        assertThat(staff.as("therapist", () -> patients.open(patient))).isPresent();
        assertThat(care.header(patient))
                .isEqualTo(new PatientDetails.PlanProgress(care.details(plan).title(), 4, 0));
        assertThat(care.details(plan).visits()).hasSize(4);
        assertThat(care.auditOf("plan.activated", patient)).isEqualTo(1);
    }

    @Test
    void aPatientHasOneActivePlanForAComplaint() {
        var patient = care.treated("Two Plans");
        care.activePlan(patient, "back pain");
        assertThatThrownBy(() -> care.activePlan(patient, "Back \u00A0 PA\u2060IN"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already");
        assertThat(care.details(care.activePlan(patient, "stiff neck")).status())
                .isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void aPlanStartsWithTheChiropractorsOwnVisits() {
        var patient = care.treated("Own Visits");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        assertThat(Objects.requireNonNull(care.details(plan).clinical()).draft().services())
                .hasSize(3)
                .allMatch(line -> line.service() == AppointmentType.ADJUSTMENT)
                .allMatch(line -> group.chiropractor.equals(line.practitionerId()));
    }

    @Test
    void aPlanStartsWithGoalsFromTheIntakeNoteAndIsNotActivatedWithoutOne() {
        var patient = care.treated("Goals");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var suggested = Objects.requireNonNull(care.details(plan).clinical()).draft();
        assertThat(suggested.goals()).extracting(PlanGoal::measure).containsExactly("NPRS_NOW", "PSFS");
        assertThat(suggested.goals()).extracting(PlanGoal::activity).containsExactly("", "Bending");
        var aimless = care.weekly("back").withGoals(List.of());
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, aimless));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessage("Add a goal: a plan needs at least one");
        var worse = care.weekly("back")
                .withGoals(List.of(new PlanGoal(
                        "NPRS_NOW",
                        "",
                        BigDecimal.valueOf(5),
                        care.today(),
                        BigDecimal.valueOf(8),
                        care.today().plusDays(30))));
        var next = staff.as("chiropractor", () -> plans.saveDraft(plan, version, worse));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, next, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessage("The target of Pain now must be below its baseline of 5");
    }

    @Test
    void aPlanKeepsItsDiagnosesInOrderAndRefusesThoseThatAreAReasonToRefer() {
        var patient = care.treated("Diagnosed");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        assertThatThrownBy(() -> save(plan, 0, diagnosed("M99.999")))
                .isInstanceOf(Refused.class)
                .hasMessage("There is no diagnosis M99.999 in the list: choose another");
        var version = save(plan, 0, diagnosed("G83.4"));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessage("G83.4 Cauda equina syndrome is a reason to refer the patient, not for a plan of care");
        var next = save(plan, version, diagnosed("M54.50", "M54.41"));
        staff.doAs("chiropractor", () -> plans.activate(plan, next, TestCare.AGREED));
        assertThat(Objects.requireNonNull(care.details(plan).clinical()).draft().diagnoses())
                .containsExactly("M54.50", "M54.41");
    }

    private PlanDraft diagnosed(String... codes) {
        var draft = care.weekly("back");
        return new PlanDraft(
                draft.title(),
                draft.reasonForCare(),
                draft.startsOn(),
                draft.services(),
                draft.goals(),
                List.of(codes),
                List.of(),
                List.of());
    }

    private long save(PlanId plan, long version, PlanDraft draft) {
        return staff.as("chiropractor", () -> plans.saveDraft(plan, version, draft));
    }

    @Test
    void savingTheSameGoalsAgainChangesNothing() {
        var patient = care.treated("Same Goals");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = Objects.requireNonNull(care.details(plan).clinical()).draft();
        assertThat(staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft)))
                .isZero();
    }

    @Test
    void aServiceCannotBePlannedWithAnUntrainedPractitioner() {
        var patient = care.treated("Untrained");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var byTherapist = new PlanDraft(
                        "Adjustments",
                        "back",
                        care.today(),
                        List.of(new PlannedService(
                                PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.therapist, Frequency.WEEKLY, 1)))
                .withGoals(TestCare.goals(care.today()));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, byTherapist));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("adjustment");
    }

    @Test
    void aPlanBeginsWithVisitsOfBeforeWhichCountOnce() {
        var patient = care.treated("Carried Over");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var start = care.today().minusWeeks(3);
        var draft = new PlanDraft(
                        "Care that began before",
                        "back",
                        start,
                        care.weekly("back").services())
                .withGoals(TestCare.goals(start))
                .withCarriedOver(List.of(new CarriedOver(AppointmentType.MASSAGE, 2)));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED));
        var active = care.details(plan);
        assertThat(active.delivered()).isEqualTo(2);
        assertThat(active.visits())
                .extracting(PlanDetails.Visit::carriedOver)
                .containsExactly(true, true, false, false);
        assertThat(active.nextToBook(care.today()).orElseThrow().plannedOn()).isAfterOrEqualTo(care.today());
        assertThat(active.missed(care.today())).isZero();
        assertThat(active.adherence(care.today())).isEmpty();
        assertThat(Objects.requireNonNull(active.clinical()).draft().carriedOver())
                .isEqualTo(draft.carriedOver());
        var appointment =
                care.bookMassage(patient, care.today(), active.visits().get(2).id());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var seen = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> notes.sign(note, seen));
        assertThat(care.details(plan).delivered()).isEqualTo(3);
    }

    @Test
    void moreVisitsThanWereDueAreNotCarriedOver() {
        var patient = care.treated("Carries Too Much");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = care.weekly("back").withCarriedOver(List.of(new CarriedOver(AppointmentType.MASSAGE, 1)));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, draft));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Choose an earlier start");
    }

    @Test
    void anAppointmentForOneOfTwoPlansCountsForThatPlan() {
        var patient = care.treated("Two Running");
        var neck = care.activePlan(patient, "neck");
        var back = care.activePlan(patient, "back");
        var visit = care.details(back).visits().getFirst().id();
        var appointment = care.bookMassage(patient, care.today(), visit);
        assertThat(care.details(back).visits().getFirst().bookedOn()).isEqualTo(care.today());
        assertThat(care.details(neck).visits().getFirst().bookedOn()).isNull();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> notes.sign(note, version));
        assertThat(care.details(back).delivered()).isEqualTo(1);
        assertThat(care.details(neck).delivered()).isZero();
    }

    @Test
    void implausibleDatesAreRefusedForPlansAndVisits() {
        var patient = care.treated("Far Away");
        care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        for (var start :
                List.of(LocalDate.MAX, LocalDate.of(1, 1, 1), care.today().plusYears(3))) {
            var far = new PlanDraft("Plan", "back", start, List.of());
            assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.saveDraft(plan, 0, far)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("two years");
        }
        assertThatThrownBy(() -> care.bookMassage(patient, care.today().plusYears(3)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void draftsDoNotHideActivePlansOrSignedIntakeNotes() {
        var patient = care.treated("Many Drafts");
        var plan = care.activePlan(patient, "many drafts");
        for (int i = 0; i < 25; i++) {
            staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
            staff.as("chiropractor", () -> plans.begin(patient));
        }
        assertThat(staff.as("therapist", () -> plans.findByPatient(patient))
                        .getFirst()
                        .id())
                .isEqualTo(plan);
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient))
                        .getFirst()
                        .status())
                .isEqualTo(IntakeStatus.SIGNED);
    }

    @Test
    void aMissedVisitIsOfferedForBookingAgain() {
        var patient = care.treated("Missed");
        var plan = care.activePlan(patient, "missed");
        care.bookMassage(patient, care.today().minusDays(1));
        var missed = care.details(plan).visits().getFirst();
        assertThat(missed.bookedOn()).isEqualTo(care.today().minusDays(1));
        assertThat(care.details(plan).nextToBook(care.today())).contains(missed);
        care.bookMassage(patient, care.today().plusDays(1), missed.id());
        assertThat(care.details(plan).visits().getFirst().bookedOn())
                .isEqualTo(care.today().plusDays(1));
    }

    @Test
    void anExistingAppointmentBecomesTheFirstVisitOfAPlan() {
        var patient = care.treated("Booked Before");
        care.bookMassage(patient, care.today().plusDays(1));
        var plan = care.activePlan(patient, "booked before");
        assertThat(care.details(plan).visits().getFirst().bookedOn())
                .isEqualTo(care.today().plusDays(1));
        assertThat(rowOf("chiropractor", plan).needs()).isEmpty();
        care.activePlan(patient, "something else");
        assertThat(care.details(plan).visits().getFirst().bookedOn())
                .isEqualTo(care.today().plusDays(1));
    }

    @Test
    void theManagerSeesAPlanWithoutClinicalContent() {
        var patient = care.treated("Managed");
        var plan = care.activePlan(patient, "very private words");
        staff.as("therapist", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var seen = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(seen.clinical()).isNull();
        assertThat(seen.clinicalHold()).isTrue();
        assertThat(seen.toString()).doesNotContain("private");
        var row = rowOf("manager", plan);
        assertThat(row.flag()).isNull();
        assertThat(row.clinicalHold()).isTrue();
        assertThat(row.toString()).doesNotContain("private");
    }

    @Test
    void thatAPatientIsWorseReachesOnlyThoseWhoTreatThem() {
        var patient = care.treated("Worse And Managed");
        var plan = care.activePlan(patient, "worse and managed");
        for (int pain : new int[] {3, 5, 6}) {
            care.signedNote(patient, pain);
            clock.pass(Duration.ofDays(3));
        }
        assertThat(labelOf("therapist", patient, plan).isWorse()).isTrue();
        assertThat(labelOf("manager", patient, plan).isWorse()).isFalse();
        assertThat(rowOf("manager", plan).course().review()).isNull();
        assertThat(rowOf("manager", plan).course().proposed()).isNull();
    }

    @Test
    void thatAPatientIsToBeReferredReachesOnlyThoseWhoTreatThemAndIsNotOnTrack() {
        var patient = care.treated("Referred And Managed");
        var plan = care.activePlan(patient, "referred and managed");
        care.bookMassage(patient, care.today().plusDays(1));
        staff.doAs(
                "chiropractor",
                () -> steps.decide(
                        plan,
                        care.versionOf(plan),
                        new StepOrder(Step.REFER, null, 0, null, "To the physician for a test")));
        assertThat(care.details(plan).stillBooked()).isNotEmpty();
        var seen = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(seen.referralOpenOn()).isNull();
        assertThat(seen.stillBooked()).isEmpty();
        // as a course that goes on: the referral alone waits
        jdbc.sql("update treatment_plan set step_row = 14 where id = ?")
                .param(Ids.bytes(plan.value()))
                .update();
        assertThat(rowOf("manager", plan).course().referralOpenOn()).isNull();
        assertThat(rowOf("manager", plan).course().isNextStepKnown())
                .as("not on track")
                .isFalse();
        jdbc.sql("update treatment_plan set referral_open_on = null where id = ?")
                .param(Ids.bytes(plan.value()))
                .update();
        assertThat(rowOf("manager", plan).course().isNextStepKnown()).isTrue();
    }

    private PlanLabel labelOf(String who, PatientId patient, PlanId plan) {
        return staff.as(who, () -> plans.findByPatient(patient)).stream()
                .filter(label -> label.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWorklistSaysWhyAPlanNeedsAttention() {
        var patient = care.treated("Worklist");
        var plan = care.activePlan(patient, "worklist");
        assertThat(rowOf("chiropractor", plan).needs()).containsExactly(Need.NOT_BOOKED);
        care.bookMassage(patient, care.today().plusDays(1));
        assertThat(rowOf("chiropractor", plan).needs()).isEmpty();
        assertThat(rowOf("chiropractor", plan).nextBookedOn())
                .isEqualTo(care.today().plusDays(1));
        staff.as("therapist", () -> screening.raise(patient, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));
        assertThat(rowOf("chiropractor", plan).needs())
                .containsExactly(Need.FLAG_OPEN, Need.REVIEW_DUE, Need.STEP_OPEN);
        assertThat(rowOf("chiropractor", plan).flag()).isEqualTo(FlagLevel.R);
        assertThat(rowOf("manager", plan).needs())
                .as("R is no hold, and a clinician decides it")
                .containsExactly(Need.REVIEW_DUE, Need.STEP_OPEN);
        care.decideAll(patient);
        assertThat(rowOf("chiropractor", plan).needs()).isEmpty();
        jdbc.sql("update planned_visit set planned_on = ? where plan_id = ? and position = 1")
                .params(care.today().minusDays(2), Ids.bytes(plan.value()))
                .update();
        assertThat(rowOf("chiropractor", plan).needs()).containsExactly(Need.BEHIND);
    }

    @Test
    void theManagersWorklistIsPagedWithoutGapsOrRepeats() {
        for (int i = 0; i < 5; i++) {
            care.activePlan(care.treated("Page" + i), "page " + i);
        }
        var all = staff.as("manager", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 1000)).stream()
                .map(PlanRow::id)
                .toList();
        var paged = new ArrayList<PlanId>();
        PlanRow last = null;
        while (true) {
            var after = last;
            var page = staff.as("manager", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, after, 2));
            if (page.isEmpty()) {
                break;
            }
            page.forEach(row -> paged.add(row.id()));
            last = page.getLast();
        }
        assertThat(paged).isEqualTo(all);
    }

    private PlanRow rowOf(String who, PlanId plan) {
        return staff.as(who, () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 1000)).stream()
                .filter(row -> row.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }
}
