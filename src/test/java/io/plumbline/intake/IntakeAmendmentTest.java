package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.charts.ChartService;
import io.plumbline.intake.charts.ChartedAreas;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A signed intake note is amended by a new version with a reason. The newest signed version counts, every earlier one
 * stays as it was signed, and no red flag is cleared by an amendment.
 */
@StoreTest
@OnMySql("a trigger of MySQL keeps the reason of a version, and a unique key lets it be amended once")
class IntakeAmendmentTest {
    private static final String REASON = TestCare.STRANGE + " The side was wrong";
    private static final String URINE = "RF-CES-2";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IntakeService intake;

    @Autowired
    IntakeConclusionService conclusions;

    @Autowired
    SignedIntakes signed;

    @Autowired
    ChartService charts;

    @Autowired
    PatientService patients;

    @Autowired
    MeasureService measures;

    @Autowired
    SafetyService safety;

    @Autowired
    PlanService plans;

    @Autowired
    ObjectProvider<PatientTimeline> timelines;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAmendmentIsANewVersionWithAReasonAndTheEarlierOneStaysAsItWasSigned() {
        var patient = care.treated("Amended");
        var first = care.signIntake(patient, care.assessed("Left knee"));
        var second = amend("chiropractor", first, REASON, said("Right knee"));
        var before = open(first);
        assertThat(before.status()).isEqualTo(IntakeStatus.SIGNED);
        assertThat(before.draft()).isEqualTo(care.assessed("Left knee"));
        assertThat(before.signature())
                .extracting(IntakeDetails.Signature::intact)
                .isEqualTo(true);
        assertThat(before.versions().newer()).map(IntakeVersions.Version::id).contains(second);
        var now = open(second);
        assertThat(now.status()).isEqualTo(IntakeStatus.AMENDED);
        assertThat(now.draft().complaint()).isEqualTo("Right knee");
        assertThat(now.createdAt()).as("the day of the assessment").isEqualTo(before.createdAt());
        assertThat(now.signature()).extracting(IntakeDetails.Signature::intact).isEqualTo(true);
        assertThat(now.versions().own().reason()).isEqualTo(REASON);
        assertThat(now.versions().own().by()).isEqualTo("chiropractor");
        assertThat(now.versions().amended()).map(IntakeVersions.Version::id).contains(first);
        assertThat(signed.after(new UUID(0, 0), Integer.MAX_VALUE))
                .filteredOn(one -> List.of(first.value(), second.value()).contains(one.id()))
                .hasSize(2)
                .allMatch(one -> one.isAsSigned());
        assertThat(care.auditOf("intake.amendment-begun", patient)).isOne();
        assertThat(care.auditOf("intake.signed", patient)).isEqualTo(2);
        var third = amend("therapist", second, "Both knees were meant here", said("Knees"));
        assertThat(open(third).versions().all())
                .extracting(IntakeVersions.Version::number)
                .containsExactly(1, 2, 3);
        assertThat(open(first).versions().newer())
                .map(IntakeVersions.Version::id)
                .contains(third);
    }

    @Test
    void theVersionTheNumberAndTheReasonArePartOfWhatIsSignedAndAFirstVersionKeepsItsText() {
        var note = IntakeNote.begun(
                new PatientId(new UUID(0, 1)), group.west, IntakeDraft.of("Back"), group.therapist, Instant.EPOCH);
        assertThat(note.signedContent().text().json()).doesNotContain("amend", "revision", "reason");
        var content = new SignedIntake(
                new UUID(0, 2),
                new UUID(0, 3),
                new UUID(0, 4),
                IntakeDraft.of("Back"),
                "2",
                null,
                null,
                List.of(),
                new IntakeAmendment(new UUID(0, 5), new UUID(0, 6), 3, "Why"));
        assertThat(content.text().json()).startsWith("""
                {"amendment":{"amendsId":"00000000-0000-0000-0000-000000000006",\
                "firstId":"00000000-0000-0000-0000-000000000005","reason":"Why","revision":3},""");
    }

    @Test
    void anAmendmentNeedsAReasonAndASignedNote() {
        var patient = care.treated("Reason");
        var note = care.signIntake(patient, care.assessed("back"));
        for (var reason : List.of("", " \u200b", "x".repeat(501))) {
            assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.amend(note, reason)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("The reason");
        }
        var draft = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.amend(draft, REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("draft");
        assertThat(staff.as("chiropractor", () -> intake.amend(note, "Both knees are meant" + "!".repeat(480))))
                .isNotNull();
    }

    @Test
    void aNoteIsAmendedByThoseWhoTreatThePatientAlone() {
        var note = care.signIntake(care.treated("Foreign"), care.assessed("back"));
        assertThatThrownBy(() -> staff.as("guesser", () -> intake.amend(note, REASON)))
                .isInstanceOf(NotAvailable.class);
        assertThat(staff.as("therapist", () -> intake.amend(note, REASON))).isNotNull();
    }

    @Test
    void aVersionIsAmendedOnce() {
        var note = care.signIntake(care.treated("Twice"), care.assessed("back"));
        var draft = staff.as("therapist", () -> intake.amend(note, REASON));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.amend(note, "A colleague amends it as well")))
                .as("a colleague is about to")
                .isInstanceOf(StaleVersion.class);
        sign("therapist", draft, said("Neck").apply(care.assessed("back")), List.of());
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.amend(note, "A colleague amends it as well")))
                .as("a colleague has")
                .isInstanceOf(StaleVersion.class);
        var other = care.signIntake(care.treated("Other"), care.assessed("back"));
        var another = staff.as("therapist", () -> intake.amend(other, REASON));
        assertThatThrownBy(() -> jdbc.sql("update intake_note set amends_id = ? where id = ?")
                        .params(Ids.bytes(note.value()), Ids.bytes(another.value()))
                        .update())
                .as("the store refuses a second one")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aSignedVersionCannotLoseItsReason() {
        var second = amend(
                "chiropractor", care.signIntake(care.treated("Locked"), care.assessed("back")), REASON, said("Neck"));
        assertThatThrownBy(() -> jdbc.sql("update intake_note set amendment_reason = 'other' where id = ?")
                        .param(Ids.bytes(second.value()))
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anAmendmentThatChangesNothingIsNotSigned() {
        var note = care.signIntake(care.treated("Same"), care.assessed("back"));
        var draft = staff.as("chiropractor", () -> intake.amend(note, REASON));
        assertThatThrownBy(() -> sign("chiropractor", draft, care.assessed("back"), List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nothing differs from version 1");
    }

    @Test
    void anAmendmentIsSignedWithProofAndWithinTheScopeOfItsAuthor() {
        var patient = care.treated("Scope");
        var note = care.signIntake(patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.REFER));
        var draft = staff.as("therapist", () -> intake.amend(note, REASON));
        assertThat(staff.as("therapist", () -> intake.open(draft))
                        .orElseThrow()
                        .draft()
                        .outcome())
                .as("to refer is not theirs to choose")
                .isNull();
        var neck =
                TestCare.withOutcome(said("Neck").apply(care.assessed("back")), IntakeOutcome.CHIROPRACTOR_TO_DECIDE);
        var version = saved("therapist", draft, neck);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> intake.sign(draft, version)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> sign("therapist", draft, TestCare.withOutcome(neck, IntakeOutcome.REFER), List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("A chiropractor decides");
    }

    @Test
    void theNewestSignedVersionCountsWhereverIntakeNotesAreListed() {
        var patient = care.treated("Counts");
        var first = care.signIntake(patient, care.assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var draft = staff.as("chiropractor", () -> intake.amend(first, REASON));
        assertThat(rows(patient))
                .as("until the signature the first counts")
                .extracting(IntakeRow::id)
                .containsExactly(first, draft);
        sign("chiropractor", draft, TestCare.withOutcome(care.assessed("Neck"), IntakeOutcome.REFER), List.of());
        assertThat(rows(patient)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(draft);
            assertThat(row.revision()).isEqualTo(2);
            assertThat(row.outcome()).isEqualTo(IntakeOutcome.REFER);
        });
        var opened = staff.as("therapist", () -> patients.open(patient)).orElseThrow();
        assertThat(staff.as("therapist", () -> charts.areasOf(opened)))
                .extracting(ChartedAreas::note)
                .containsExactly(draft);
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .as("the newest version refers the patient elsewhere")
                .isInstanceOf(Refused.class);
        var intakeOfPlan = staff.as("chiropractor", () -> plans.open(plan))
                .orElseThrow()
                .clinical()
                .intake();
        assertThat(intakeOfPlan).as("the plan keeps the version that it saw").isEqualTo(first);
        var seen = staff.as("therapist", () -> intake.versionsOf(first, opened)).orElseThrow();
        assertThat(seen.seen()).isOne();
        assertThat(seen.newer()).map(IntakeVersions.Version::id).contains(draft);
        assertThat(staff.as(
                        "therapist",
                        () -> intake.versionsOf(
                                care.signIntake(care.treated("Another"), care.assessed("back")), opened)))
                .as("a note of another patient")
                .isEmpty();
        var story = staff.as("therapist", () -> timelines
                .orderedStream()
                .flatMap(one -> one.findEntries(opened).stream())
                .map(TimelineEntry::what)
                .toList());
        assertThat(story).contains("Intake note signed", "Intake note amended, version 2");
    }

    @Test
    void theScoresOfAnAmendedNoteAreCorrectedOnTheDayOfTheFirst() {
        var patient = care.treated("Scores");
        var note = care.signIntake(patient, care.assessed("back"));
        amend("chiropractor", note, REASON, draft -> new IntakeDraft(
                        draft.complaint(),
                        draft.onset(),
                        new Pain(8),
                        new Pain(9),
                        null,
                        draft.areas(),
                        draft.factors(),
                        List.of(),
                        draft.screen(),
                        draft.consented(),
                        draft.outcome(),
                        IntakeMore.EMPTY)
                .with(draft.more()));
        var opened = staff.as("therapist", () -> patients.open(patient)).orElseThrow();
        assertThat(staff.as("therapist", () -> measures.findByPatient(opened)))
                .as("pain 8 instead of 5, the worst is new, and the activities are taken back")
                .extracting(course -> course.measure().code() + " "
                        + course.baseline().result().score().intValue())
                .containsExactlyInAnyOrder("NPRS_NOW 8", "NPRS_WORST 9");
        assertThat(staff.as("therapist", () -> measures.open(opened)))
                .as("what was recorded stays readable")
                .hasSize(4);
    }

    @Test
    void aNoteThatWaitsForAChiropractorIsConcludedInItsNewestVersion() {
        var patient = care.treated("Waits");
        var first = signedBy(
                "therapist",
                patient,
                TestCare.withOutcome(care.assessed("back"), IntakeOutcome.CHIROPRACTOR_TO_DECIDE));
        assertThat(waiting()).contains(first);
        var second = amend("therapist", first, REASON, said("Neck"));
        assertThat(waiting()).contains(second).doesNotContain(first);
        assertThat(open(first).awaitsConclusion()).isFalse();
        assertThatThrownBy(() -> care.asProven(
                        "chiropractor",
                        () -> conclusions.conclude(
                                first,
                                IntakeOutcome.SUITABLE,
                                "Examined, and nothing stands against it",
                                Collections.emptySortedMap())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("newest version");
        var third = amend(
                "chiropractor",
                second,
                REASON,
                draft -> TestCare.withOutcome(said("Shoulder").apply(draft), IntakeOutcome.SUITABLE));
        assertThat(waiting()).doesNotContain(first, second, third);
        assertThat(staff.as("chiropractor", () -> plans.begin(patient))).isNotNull();
    }

    @Test
    void aRedFlagWhoseFindingIsTakenBackIsAskedAboutAndStaysInForce() {
        var patient = care.treated("Taken Back");
        var first = care.signIntake(patient, found());
        var draft = staff.as("chiropractor", () -> intake.amend(first, REASON));
        assertThatThrownBy(() -> sign("chiropractor", draft, takenBack(), List.of()))
                .isInstanceOfSatisfying(
                        ChecksToAnswer.class,
                        asked -> assertThat(asked.checks()).singleElement().satisfies(check -> {
                            assertThat(check.question())
                                    .contains("Possible bladder or bowel dysfunction", "is not cleared by that");
                            assertThat(check.choices()).hasSize(2);
                        }));
        assertThatThrownBy(() -> sign(
                        "chiropractor",
                        draft,
                        takenBack(),
                        List.of(answer("chiropractor", draft, takenBack(), "Cleared"))))
                .as("it cannot be cleared here")
                .isInstanceOf(ChecksToAnswer.class);
        assertThat(care.auditOf("flag.taken-back", patient)).isZero();
        sign("chiropractor", draft, takenBack(), List.of(answer("chiropractor", draft, takenBack(), "It stays open")));
        assertThat(flags(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.RAISED);
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(care.auditOf("flag.taken-back", patient)).isOne();
        assertThat(open(draft).checks()).extracting(CheckAnswer::answer).containsExactly("It stays open");
        var opened = staff.as("therapist", () -> patients.open(patient)).orElseThrow();
        assertThat(staff.as("therapist", () -> timelines
                        .orderedStream()
                        .flatMap(one -> one.findEntries(opened).stream())
                        .map(TimelineEntry::what)
                        .toList()))
                .anyMatch(what -> what.startsWith("Red flag no longer found by the amended note"));
        var third = staff.as("chiropractor", () -> intake.amend(draft, "Entered once more by mistake"));
        sign("chiropractor", third, said("Neck").apply(takenBack()), List.of());
        assertThat(care.auditOf("flag.taken-back", patient))
                .as("what was taken back before is not asked again")
                .isOne();
    }

    @Test
    void aReferredFlagStaysReferredAndItsOutcomeIsDueAtOnceIfAChiropractorIsAsked() {
        var patient = care.treated("Asked Again");
        var first = care.signIntake(patient, found());
        staff.doAs("chiropractor", () -> {
            var flag = safety.findByPatient(patient).getFirst();
            safety.decide(
                    flag.id(),
                    flag.version(),
                    new FlagDecision(FlagStatus.EMERGENCY_REFERRED, "Sent to the hospital", null, null));
        });
        var draft = staff.as("therapist", () -> intake.amend(first, REASON));
        var left = takenBack(Decision.CHIROPRACTOR_TO_DECIDE, IntakeOutcome.CHIROPRACTOR_TO_DECIDE);
        sign(
                "therapist",
                draft,
                left,
                List.of(answer("therapist", draft, left, "A chiropractor is asked to decide it")));
        assertThat(flags(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.EMERGENCY_REFERRED);
        assertThat(flags(patient).getFirst().outcomeDueAt()).isBeforeOrEqualTo(clock.instant());
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(waiting()).contains(draft);
    }

    @Test
    void aFlagThatWasClearedIsNotRaisedAgainByAnAmendmentThatStillFindsIt() {
        var patient = care.treated("Cleared");
        var first = care.signIntake(patient, found());
        care.decideAll(patient);
        assertThat(care.isOnHold(patient)).isFalse();
        amend("chiropractor", first, REASON, said("Neck"));
        assertThat(flags(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.CLEARED);
        assertThat(care.isOnHold(patient)).isFalse();
    }

    @Test
    void aFindingThatIsNewInAnAmendmentRaisesItsFlag() {
        var patient = care.treated("New Finding");
        var first = care.signIntake(patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.REFER));
        amend("chiropractor", first, REASON, draft -> found());
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(flags(patient)).hasSize(1);
    }

    @Test
    void aFindingThatWasTakenBackAndIsSaidAgainRaisesItsFlagAgain() {
        var patient = care.treated("Said Again");
        var first = care.signIntake(patient, found());
        care.decideAll(patient);
        var second = amend("chiropractor", first, REASON, draft -> takenBack());
        assertThat(care.isOnHold(patient)).isFalse();
        amend("chiropractor", second, "She says yes again", draft -> found());
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(flags(patient))
                .extracting(FlagDetails::status)
                .containsExactlyInAnyOrder(FlagStatus.CLEARED, FlagStatus.RAISED);
    }

    @Test
    void whatAChiropractorConcludedATherapistLeavesToAChiropractor() {
        var patient = care.treated("Referred");
        var first = care.signIntake(patient, TestCare.withOutcome(care.assessed("back"), IntakeOutcome.REFER));
        assertThatThrownBy(() -> amend(
                        "therapist",
                        first,
                        REASON,
                        draft -> TestCare.withOutcome(said("Neck").apply(draft), IntakeOutcome.SUITABLE)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("A chiropractor concluded the version that you amend");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPlanBegunFromANoteThatRefersSinceIsNotActivated() {
        var patient = care.treated("Plan Waits");
        var plan = care.draftPlan(patient, "back", group.west, care.today());
        var note = staff.as("chiropractor", () -> intake.findByPatient(patient)).getFirst();
        amend(
                "chiropractor",
                note.id(),
                REASON,
                draft -> TestCare.withOutcome(said("Neck").apply(draft), IntakeOutcome.REFER));
        assertThatThrownBy(() ->
                        staff.doAs("chiropractor", () -> plans.activate(plan, care.versionOf(plan), TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The intake note of this plan was amended");
    }

    private IntakeDraft found() {
        return TestCare.withOutcome(
                TestCare.withScreen(care.assessed("back"), URINE, ScreeningAnswer.YES), IntakeOutcome.REFER);
    }

    private IntakeDraft takenBack() {
        return takenBack(Decision.NOT_SO, IntakeOutcome.REFER);
    }

    /** What the earlier version said of the contraindication that the finding proposes is answered too. */
    private IntakeDraft takenBack(Decision decision, IntakeOutcome outcome) {
        var draft = TestCare.withOutcome(care.assessed("back"), outcome);
        var code = "THRUST_MYELOPATHY";
        var answered = new TreeMap<>(Map.of(code, TestCare.answered(code, decision, "Asked again")));
        return draft.with(
                draft.more().with(draft.more().history(), answered, draft.more().examination()));
    }

    /** The answer to what is asked when the draft is signed. */
    private CheckReply answer(String who, IntakeId note, IntakeDraft draft, String answer) {
        var asked = catchThrowableOfType(ChecksToAnswer.class, () -> sign(who, note, draft, List.of()));
        return asked.checks().getFirst().answered(answer);
    }

    private List<FlagDetails> flags(PatientId patient) {
        return staff.as("therapist", () -> safety.findByPatient(patient));
    }

    private List<IntakeId> waiting() {
        return staff.as("chiropractor", () -> conclusions.findForCurrentUser(200)).stream()
                .map(ToConcludeRow::note)
                .toList();
    }

    private List<IntakeRow> rows(PatientId patient) {
        return staff.as("therapist", () -> intake.findByPatient(patient));
    }

    private IntakeDetails open(IntakeId note) {
        return staff.as("chiropractor", () -> intake.open(note)).orElseThrow();
    }

    private static UnaryOperator<IntakeDraft> said(String complaint) {
        return draft -> RecordVersions.with(draft, List.of("complaint"), IntakeDraft.of(complaint));
    }

    private IntakeId amend(String who, IntakeId note, String reason, UnaryOperator<IntakeDraft> change) {
        var version = staff.as(who, () -> intake.amend(note, reason));
        sign(who, version, change.apply(open(version).draft()), List.of());
        return version;
    }

    private long saved(String who, IntakeId note, IntakeDraft draft) {
        var seen = open(note).version();
        return staff.as(who, () -> intake.saveDraft(note, seen, draft));
    }

    private void sign(String who, IntakeId note, IntakeDraft draft, List<CheckReply> answers) {
        var version = saved(who, note, draft);
        care.asProven(who, () -> intake.sign(note, version, answers));
    }

    private IntakeId signedBy(String who, PatientId patient, IntakeDraft draft) {
        var note = staff.as(who, () -> intake.begin(patient, group.west, ""));
        sign(who, note, draft, List.of());
        return note;
    }
}
