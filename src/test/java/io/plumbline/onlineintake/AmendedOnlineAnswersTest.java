package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestOnlineIntakes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A finding of an online intake that the note begun with it confirmed, and that an amendment of the note takes back. */
@StoreTest
class AmendedOnlineAnswersTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);
    private static final String NUMBNESS = "RF-CES-1";
    private static final String STAYS = "It stays open";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    TestOnlineIntakes online;

    @Autowired
    OnlineReviewService reviews;

    @Autowired
    IntakeService notes;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Test
    void aRedFlagThatTheOnlineIntakeRaisedIsAskedAboutWhenAnAmendmentTakesItsFindingBack() {
        var patient = patient();
        var first = signedWith(patient, found());
        assertThat(flags(patient)).as("the note raises no second one").hasSize(1);

        var second = amended(first);
        var asked = asked(second, takenBack());
        assertThat(asked)
                .extracting(SigningCheck::question)
                .hasSize(2)
                .anyMatch(question -> question.startsWith("This version takes back the finding of the red flag"))
                .anyMatch(question ->
                        question.startsWith("The patient answered yes to “") && question.contains("the note says no"));
        sign(second, takenBack(), answers(asked));
        assertThat(flags(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.RAISED);
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(care.auditOf("flag.taken-back", patient)).isOne();

        var third = amended(second);
        sign(third, complaint(takenBack()), List.of());
        assertThat(care.auditOf("flag.taken-back", patient))
                .as("what was explained before is not asked again")
                .isOne();
    }

    @Test
    void anAmendmentThatStillSaysYesAsksNothing() {
        var patient = patient();
        var first = signedWith(patient, found());
        sign(amended(first), complaint(found()), List.of());
        assertThat(care.auditOf("flag.taken-back", patient)).isZero();
        assertThat(flags(patient)).hasSize(1);
    }

    @Test
    void aYesThatTheFirstVersionExplainedIsNotAskedAgainByItsAmendment() {
        var patient = patient();
        submit(patient);
        var note = begun(patient);
        sign(note, takenBack(), answers(asked(note, takenBack())));
        var second = amended(note);
        sign(second, complaint(takenBack()), List.of());
        assertThat(care.auditOf("flag.taken-back", patient))
                .as("no version of the note had the finding")
                .isZero();
        assertThat(flags(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.RAISED);
    }

    @Test
    void aRedFlagOfAnotherNoteStaysWithThatNote() {
        var patient = patient();
        var other = staff.as("chiropractor", () -> notes.begin(patient, group.west, ""));
        staff.doAs(
                "chiropractor",
                () -> screening.raise(
                        other.asClinicalNote(), patient, group.west, Map.of(NUMBNESS, ScreeningAnswer.YES)));
        var first = staff.as("chiropractor", () -> notes.begin(patient, group.west, ""));
        sign(first, found(), List.of());
        sign(amended(first), takenBack(), List.of());
        assertThat(care.auditOf("flag.taken-back", patient)).isZero();
        assertThat(flags(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.RAISED);
    }

    private IntakeDraft found() {
        return TestCare.withOutcome(
                TestCare.withScreen(care.assessed("Low back"), NUMBNESS, ScreeningAnswer.YES), IntakeOutcome.REFER);
    }

    /** What the earlier version said of the contraindication that the finding proposes is answered too. */
    private IntakeDraft takenBack() {
        var draft = TestCare.withOutcome(care.assessed("Low back"), IntakeOutcome.REFER);
        var answered = new TreeMap<>(found().more().contraindications());
        answered.replaceAll((code, was) -> TestCare.answered(code, Decision.NOT_SO, "Asked again"));
        return draft.with(
                draft.more().with(draft.more().history(), answered, draft.more().examination()));
    }

    private static IntakeDraft complaint(IntakeDraft draft) {
        return RecordVersions.with(draft, List.of("complaint"), IntakeDraft.of("Low back, left"));
    }

    private IntakeId signedWith(PatientId patient, IntakeDraft draft) {
        submit(patient);
        var note = begun(patient);
        sign(note, draft, List.of());
        return note;
    }

    private IntakeId begun(PatientId patient) {
        var id = staff.as(
                        "chiropractor",
                        () -> intakes.findByPatient(patients.details(patient).orElseThrow()))
                .getFirst()
                .id();
        return staff.as("chiropractor", () -> reviews.begin(id));
    }

    private IntakeId amended(IntakeId note) {
        return staff.as("chiropractor", () -> notes.amend(note, "Asked the patient again"));
    }

    private List<SigningCheck> asked(IntakeId note, IntakeDraft draft) {
        return catchThrowableOfType(ChecksToAnswer.class, () -> sign(note, draft, List.of()))
                .checks();
    }

    private static List<CheckReply> answers(List<SigningCheck> asked) {
        return asked.stream()
                .map(check -> check.answered(check.choices().isEmpty() ? "Asked again: no numbness" : STAYS))
                .toList();
    }

    private void sign(IntakeId note, IntakeDraft draft, List<CheckReply> answers) {
        var seen =
                staff.as("chiropractor", () -> notes.open(note)).orElseThrow().version();
        var version = staff.as("chiropractor", () -> notes.saveDraft(note, seen, draft));
        care.asProven("chiropractor", () -> notes.sign(note, version, answers));
    }

    private List<FlagDetails> flags(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient));
    }

    /** The patient answers yes to one question of the screen, which raises its flag at once. */
    private void submit(PatientId patient) {
        online.submit("westdesk", patient, group.west, Map.of(FormPage.SAFETY, Map.of("screen." + NUMBNESS, "yes")));
        assertThat(care.isOnHold(patient)).isTrue();
    }

    private PatientId patient() {
        var patient = care.treated("Amended Online");
        staff.doAs("manager", () -> {
            var opened = patients.details(patient).orElseThrow();
            patients.correct(patient, opened.version(), new PatientDraft("Amended", "Online", BORN, null, null));
        });
        return patient;
    }
}
