package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Online intakes against the store: who sends a link, who opens it, what is kept of what comes in. */
@StoreTest
@Tag("core")
@OnMySql("triggers of MySQL lock what came in, and a row lock counts wrong answers")
class OnlineIntakeServiceTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMergeService merges;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    OnlineFormService forms;

    @Autowired
    OnlineReviewService reviews;

    @Autowired
    IntakeService notes;

    @Autowired
    SafetyService safety;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aLinkIsStoredAsAHashOnlyAndItsStatusIsListed() {
        var patient = patient(BORN, null);
        var token = token(patient);
        assertThat(token).matches("[\\w-]{43}");
        assertThat(jdbc.sql("select token_hash from online_intake where patient_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .list())
                .containsExactly(LinkTokens.hash(token));
        assertThat(rows("westdesk", patient))
                .singleElement()
                .matches(row ->
                        row.state() == OnlineIntakeState.SENT && row.createdBy().equals("westdesk"));
        assertThat(care.auditOf("online-intake.created", patient)).isOne();
    }

    @Test
    void aMailScannerThatOpensTheLinkChangesNothing() {
        var patient = patient(BORN, null);
        var token = token(patient);
        for (int n = 0; n < 20; n++) {
            assertThat(question(token)).isEqualTo(IdentityQuestion.BIRTH_DATE);
        }
        assertThat(rows("westdesk", patient).getFirst().state()).isEqualTo(OnlineIntakeState.SENT);
        assertThat(open(token)).isNotNull();
        assertThat(rows("westdesk", patient).getFirst().openedAt()).isNotNull();
        assertThat(care.auditOf("online-intake.opened", patient)).isOne();
        open(token);
        assertThat(care.auditOf("online-intake.opened", patient))
                .as("on another device")
                .isOne();
    }

    @Test
    void whereTheBirthDateIsUnknownTheLastFourDigitsOfThePhoneAreAsked() {
        var patient = patient(null, "+16025550142");
        var token = token(patient);
        assertThat(question(token)).isEqualTo(IdentityQuestion.PHONE_DIGITS);
        assertThat(system(() -> forms.answer(token, "0143", "", Origin.PERSON)).form())
                .isNull();
        assertThat(system(() -> forms.answer(token, BORN, "", Origin.PERSON)).form())
                .as("nothing to compare with")
                .isNull();
        assertThat(system(() -> forms.answer(token, "0142", "", Origin.PERSON)).form())
                .isNotNull();
    }

    @Test
    void thePhoneDoesNotOpenALinkThatAsksForTheBirthDate() {
        var token = token(patient(BORN, "+16025550142"));
        assertThat(system(() -> forms.answer(token, "0142", "", Origin.PERSON)).form())
                .isNull();
    }

    @Test
    void aPatientWithNeitherIsRefused() {
        var patient = patient(null, null);
        assertThatThrownBy(() -> token(patient))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("birth date or phone");
    }

    @Test
    void fiveWrongAnswersEndTheLinkAndAreOnRecord() {
        var patient = patient(BORN, null);
        var token = token(patient);
        for (int n = 1; n < OnlineIntake.MOST_WRONG; n++) {
            assertThat(wrong(token).question()).isEqualTo(IdentityQuestion.BIRTH_DATE);
        }
        assertThat(wrong(token)).isEqualTo(IdentityAnswer.OVER);
        assertThatThrownBy(() -> open(token)).isInstanceOf(LinkOver.class);
        assertThatThrownBy(() -> question(token)).isInstanceOf(LinkOver.class);
        assertThat(rows("westdesk", patient))
                .singleElement()
                .matches(row -> row.state() == OnlineIntakeState.WITHDRAWN
                        && row.withdrawnWhy().equals("five wrong answers"));
        assertThat(care.auditOf("online-intake.wrong-answer", patient)).isEqualTo(OnlineIntake.MOST_WRONG);
    }

    @Test
    void unknownExpiredWithdrawnAndSubmittedLinksLookTheSame() {
        assertThatThrownBy(() -> question("guessed")).isInstanceOf(LinkOver.class);
        var withdrawn = patient(BORN, null);
        var withdrawnToken = token(withdrawn);
        staff.doAs(
                "manager",
                () -> intakes.withdraw(rows("manager", withdrawn).getFirst().id()));
        assertThatThrownBy(() -> question(withdrawnToken)).isInstanceOf(LinkOver.class);
        var submitted = token(patient(BORN, null));
        submit(submitted);
        assertThatThrownBy(() -> question(submitted)).isInstanceOf(LinkOver.class);
        assertThatThrownBy(() -> open(submitted)).isInstanceOf(LinkOver.class);
        var expired = patient(BORN, null);
        var expiredToken = token(expired);
        var pass = Objects.requireNonNull(open(expiredToken)).pass();
        clock.pass(Duration.ofDays(14));
        assertThatThrownBy(() -> question(expiredToken)).isInstanceOf(LinkOver.class);
        assertThatThrownBy(() -> save(expiredToken, pass, FormPage.PAIN, Map.of()))
                .isInstanceOf(LinkOver.class);
        assertThat(rows("manager", expired).getFirst().state()).isEqualTo(OnlineIntakeState.EXPIRED);
    }

    @Test
    void aPageNeedsThePassOfItsOwnLinkAndAPassEnds() {
        var token = token(patient(BORN, null));
        var other = Objects.requireNonNull(open(token(patient(BORN, null)))).pass();
        for (var pass : List.of("", "1.x", other, "99999999999.x")) {
            assertThatThrownBy(() -> save(token, pass, FormPage.COMPLAINT, Map.of()))
                    .as(pass)
                    .isInstanceOf(PassOver.class);
        }
        var pass = Objects.requireNonNull(open(token)).pass();
        clock.pass(Duration.ofMinutes(121));
        assertThatThrownBy(() -> save(token, pass, FormPage.COMPLAINT, Map.of()))
                .isInstanceOf(PassOver.class);
        assertThatThrownBy(() -> system(() -> forms.submit(token, pass, "", "203.0.113.7", Origin.PERSON)))
                .isInstanceOf(PassOver.class);
    }

    @Test
    void whatIsSavedIsThereOnAnotherDeviceAndInANewerLink() {
        var patient = mailed(patient(BORN, null));
        var link = mailedLink(patient);
        var first = token(link);
        save(
                first,
                open(first).pass(),
                FormPage.COMPLAINT,
                Map.of("complaint", List.of("Low back"), "else", List.of("x")));
        assertThat(continued(link).answers().fields()).containsOnlyKeys("complaint");
        var second = mailedLink(patient);
        assertThatThrownBy(() -> question(first)).isInstanceOf(LinkOver.class);
        assertThat(continued(second).answers().value("complaint")).isEqualTo("Low back");
        assertThat(rows("westdesk", patient))
                .extracting(OnlineIntakeRow::state)
                .containsExactly(OnlineIntakeState.OPENED, OnlineIntakeState.WITHDRAWN);
    }

    @Test
    void aNewerLinkTakesOverWhatWasSavedForAMergedRecordByTheSameAddress() {
        var kept = mailed(patient(BORN, null));
        var merged = mailed(patient(BORN, null));
        var first = token(mailedLink(merged));
        save(first, open(first).pass(), FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        var second = mailedLink(kept);
        assertThatThrownBy(() -> question(first)).isInstanceOf(LinkOver.class);
        assertThat(continued(second).answers().value("complaint")).isEqualTo("Low back");
    }

    @Test
    void badInputIsKeptAndNamedAndRefusesTheSubmission() {
        var token = token(patient(BORN, null));
        var form = save(
                token,
                open(token).pass(),
                FormPage.HISTORY,
                Map.of(
                        "pregnancyWeek",
                        List.of("55"),
                        "surgeryOn.1",
                        List.of("2199-01-01"),
                        "surgery.1",
                        List.of("Knee")));
        assertThat(form.problems())
                .containsEntry("pregnancyWeek", FormProblem.NUMBER)
                .containsEntry("surgeryOn.1", FormProblem.DATE)
                .hasSize(2);
        assertThat(form.answers().value("pregnancyWeek")).isEqualTo("55");
        assertThat(submit(token, form.pass()))
                .isInstanceOfSatisfying(FormSubmission.Incomplete.class, incomplete -> assertThat(incomplete.page())
                        .isEqualTo(FormPage.COMPLAINT));
    }

    @Test
    void whatCameInNeverChanges() {
        var patient = patient(BORN, null);
        var token = token(patient);
        submit(token);
        var id = rows("westdesk", patient).getFirst().id();
        assertThat(rows("westdesk", patient).getFirst().state()).isEqualTo(OnlineIntakeState.SUBMITTED);
        assertThatThrownBy(() -> jdbc.sql("update online_intake_submission set content = '{}' where intake_id = ?")
                        .param(Ids.bytes(id.value()))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from online_intake_submission where intake_id = ?")
                        .param(Ids.bytes(id.value()))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select count(*) from online_intake_draft where intake_id = ?")
                        .param(Ids.bytes(id.value()))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(care.auditOf("online-intake.submitted", patient)).isOne();
    }

    @Test
    void anEmergencyRaisesItsFlagBeforeTheFormIsSubmittedAndAnUrgentAnswerWithIt() {
        var patient = patient(BORN, null);
        var token = token(patient);
        var complaint = save(token, open(token).pass(), FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
        var saved = save(
                token,
                complaint.pass(),
                FormPage.SAFETY,
                Map.of("screen.RF-CES-1", List.of("yes"), "screen.RF-NEURO-1", List.of("yes")));
        assertThat(saved.emergency()).isTrue();
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(levels(patient)).containsExactly(FlagLevel.E);
        save(token, saved.pass(), FormPage.SAFETY, Map.of("screen.RF-CES-1", List.of("no")));
        assertThat(levels(patient))
                .as("taken back by the patient, but not by a clinician")
                .containsExactly(FlagLevel.E);
        save(
                token,
                saved.pass(),
                FormPage.SAFETY,
                Map.of("screen.RF-CES-1", List.of("yes"), "screen.RF-NEURO-1", List.of("yes")));
        assertThat(submit(token, saved.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(levels(patient)).containsExactlyInAnyOrder(FlagLevel.E, FlagLevel.U);
    }

    @Test
    void onlyWhoMaySeeThePatientSendsAndWithdraws() {
        var patient = patient(BORN, null);
        token(patient);
        var id = rows("westdesk", patient).getFirst().id();
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> intakes.withdraw(id)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("eastdesk", () -> intakes.create(patient, group.east, false, a -> a)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("guesser", () -> intakes.create(patient, group.west, false, a -> a)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theMailIsInThePatientsLanguageAndNeedsAnAddress() {
        var patient = patient(BORN, null);
        assertThatThrownBy(() -> staff.as("westdesk", () -> intakes.create(patient, group.west, true, a -> a)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("e-mail");
        var draft = draft(BORN, null);
        var spanish = staff.as(
                "manager",
                () -> patients.add(
                        new PatientDraft(
                                "Ana",
                                "Ruiz",
                                "",
                                "",
                                BORN,
                                "",
                                "Spanish",
                                null,
                                new EmailAddress("ana@example.org"),
                                "",
                                "",
                                draft.emergency(),
                                draft.guardian(),
                                PatientReach.NONE),
                        group.west));
        var link = staff.as("westdesk", () -> intakes.create(spanish, group.west, true, route -> "https://x/" + route));
        assertThat(link.address()).endsWith("?lang=es");
        assertThat(jdbc.sql("select concat(subject, ' ', body) from outbox_mail where about = ?")
                        .param(Ids.bytes(link.intake().value()))
                        .query(String.class)
                        .single())
                .contains("Antes de su visita en west", "Hola, Ana:", link.address());
    }

    @Test
    void aReviewBeginsWithAllThatThePatientSaidAndEndsWithTheSignature() {
        var patient = patient(BORN, null);
        var token = token(patient);
        var pass = open(token).pass();
        save(
                token,
                pass,
                FormPage.COMPLAINT,
                Map.of("complaint", List.of("Low back"), "mechanism", List.of("Lifting")));
        save(token, pass, FormPage.PAIN, Map.of("painNow", List.of("6")));
        save(token, pass, FormPage.REGIONS, Map.of("region", List.of("back-lumbar-left")));
        save(token, pass, FormPage.REGION_DETAILS, Map.of("quality.back-lumbar-left", List.of("SHARP", "STIFF")));
        save(token, pass, FormPage.LIMITATIONS, Map.of("ability.SHOES", List.of("3")));
        save(token, pass, FormPage.HISTORY, Map.of("fact.IMPLANTS", List.of("not-said"), "fact.SKIN", List.of("no")));
        save(
                token,
                pass,
                FormPage.SAFETY,
                Map.of("screen.RF-CA-1a", List.of("yes"), "screen.RF-CA-2", List.of("not-said")));
        var id = rows("westdesk", patient).getFirst().id();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> reviews.begin(id)))
                .as("not yet submitted")
                .isInstanceOf(Refused.class);
        submit(token, pass);
        assertThatThrownBy(() -> staff.as("guesser", () -> reviews.begin(id))).isInstanceOf(NotAvailable.class);

        var note = staff.as("chiropractor", () -> reviews.begin(id));
        assertThat(staff.as("therapist", () -> reviews.begin(id))).as("once").isEqualTo(note);
        var begun = staff.as("chiropractor", () -> notes.open(note)).orElseThrow();
        assertThat(begun.draft())
                .matches(draft -> draft.complaint().equals("Low back"))
                .matches(draft -> draft.more().mechanism().equals("Lifting"))
                .matches(draft -> draft.areas().getFirst().quality().equals("sharp, stiff"))
                .matches(draft -> draft.limitations().equals(List.of(new Limitation("Putting on shoes", 3))))
                .matches(draft -> draft.screen().equals(Map.of("RF-CA-1a", ScreeningAnswer.YES)));
        var said = staff.as("chiropractor", () -> reviews.findFor(begun)).orElseThrow();
        assertThat(said.intact()).isTrue();
        assertThat(said.notSaid()).containsExactly("RF-CA-2");
        assertThat(said.notTold()).containsExactly(HistoryFact.IMPLANTS);
        assertThat(said.said()).isEqualTo(begun.draft());

        var version = staff.as(
                "chiropractor", () -> notes.saveDraft(note, begun.version(), care.assessed("Low back, when sitting")));
        care.asProven("chiropractor", () -> {
            var asked = catchThrowableOfType(ChecksToAnswer.class, () -> notes.sign(note, version));
            assertThat(asked.checks())
                    .extracting(SigningCheck::question)
                    .anyMatch(question -> question.contains("yes to “Cancer in the past?”"));
            notes.sign(
                    note,
                    version,
                    asked.checks().stream()
                            .map(check -> check.answered("Asked again: never"))
                            .toList());
        });
        assertThat(rows("westdesk", patient).getFirst())
                .matches(row -> row.state() == OnlineIntakeState.REVIEWED && note.equals(row.note()));
        assertThat(care.auditOf("online-intake.reviewed", patient)).isOne();
        assertThat(staff.as(
                                "chiropractor",
                                () -> reviews.findFor(notes.open(note).orElseThrow()))
                        .orElseThrow()
                        .said())
                .as("what the patient said stays")
                .isEqualTo(said.said());
    }

    @Test
    void anOlderPageOfAnotherDeviceTakesNoAnswerOfTheScreenBack() {
        var patient = patient(BORN, null);
        var token = token(patient);
        var pass = open(token).pass();
        save(token, pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
        save(token, pass, FormPage.SAFETY, Map.of("screen.RF-NEURO-1", List.of("yes")));
        save(token, pass, FormPage.SAFETY, Map.of("screen.RF-CA-2", List.of("no")));
        submit(token, pass);
        assertThat(levels(patient)).containsExactly(FlagLevel.U);
    }

    @Test
    void anEmergencyOnAnOlderPageRaisesItsFlagThoughTheOtherDeviceSaidNo() {
        var patient = patient(BORN, null);
        var token = token(patient);
        var form = open(token);
        var shown = List.of(form.versions().get(FormPage.SAFETY));
        save(token, form.pass(), FormPage.SAFETY, Map.of("screen.RF-CES-1", List.of("no"), "version", shown));
        var both =
                save(token, form.pass(), FormPage.SAFETY, Map.of("screen.RF-CES-1", List.of("yes"), "version", shown));
        assertThat(both.elsewhere()).containsOnly(Map.entry("screen.RF-CES-1", List.of("no")));
        assertThat(both.emergency()).isTrue();
        assertThat(levels(patient)).containsExactly(FlagLevel.E);
        assertThat(save(token, form.pass(), FormPage.CHECK, Map.of()).answers().value("screen.RF-CES-1"))
                .as("not saved yet")
                .isEqualTo("no");
    }

    @Test
    void aNoteBegunBesideTheAnswersExplainsTheirYesToo() {
        var patient = patient(BORN, null);
        var token = token(patient);
        var pass = open(token).pass();
        save(token, pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
        save(token, pass, FormPage.SAFETY, Map.of("screen.RF-CA-1a", List.of("yes")));
        submit(token, pass);
        var note = staff.as("chiropractor", () -> notes.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, care.assessed("Low back")));
        care.asProven("chiropractor", () -> assertThat(
                        catchThrowableOfType(ChecksToAnswer.class, () -> notes.sign(note, version))
                                .checks())
                .extracting(SigningCheck::question)
                .anyMatch(question -> question.contains("yes to “Cancer in the past?”")));
    }

    @Test
    void theAnswersWaitForAReviewAgainIfTheNoteBegunWithThemIsDiscarded() {
        var patient = patient(BORN, null);
        submit(token(patient));
        var id = rows("westdesk", patient).getFirst().id();
        var note = staff.as("chiropractor", () -> reviews.begin(id));
        var version =
                staff.as("chiropractor", () -> notes.open(note)).orElseThrow().version();
        staff.doAs("chiropractor", () -> notes.discard(note, version, "Begun for the wrong visit"));
        assertThat(rows("westdesk", patient).getFirst())
                .matches(row -> row.state() == OnlineIntakeState.SUBMITTED && row.note() == null);
        assertThat(staff.as("chiropractor", () -> reviews.begin(id))).isNotEqualTo(note);
    }

    private List<FlagLevel> levels(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient)).stream()
                .map(flag -> flag.level())
                .toList();
    }

    private void submit(String token) {
        var form = save(token, open(token).pass(), FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
        assertThat(submit(token, form.pass())).isInstanceOf(FormSubmission.Done.class);
    }

    /** Sends what is saved, as from the last page that was just shown. */
    private FormSubmission submit(String token, String pass) {
        return system(() -> {
            var last = forms.save(token, pass, FormPage.CHECK, Map.of(), Origin.PERSON);
            return forms.submit(token, pass, last.version(FormPage.CHECK), "203.0.113.7", Origin.PERSON);
        });
    }

    private IdentityQuestion question(String token) {
        return system(() -> forms.question(token));
    }

    private OpenForm open(String token) {
        return Objects.requireNonNull(
                system(() -> forms.answer(token, BORN, "", Origin.PERSON)).form());
    }

    private IdentityAnswer wrong(String token) {
        return system(() -> forms.answer(token, BORN.plusDays(1), "", Origin.PERSON));
    }

    private OpenForm save(String token, String pass, FormPage page, Map<String, List<String>> typed) {
        return system(() -> forms.save(token, pass, page, typed, Origin.PERSON));
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }

    private String token(PatientId patient) {
        return staff.as("westdesk", () -> intakes.create(patient, group.west, false, route -> route))
                .address()
                .replaceAll(".*/(.*)\\?.*", "$1");
    }

    private CreatedLink mailedLink(PatientId patient) {
        return staff.as("westdesk", () -> intakes.create(patient, group.west, true, route -> route));
    }

    private static String token(CreatedLink link) {
        return link.address().replaceAll(".*/(.*)\\?.*", "$1");
    }

    private OpenForm continued(CreatedLink link) {
        return system(() -> {
            var asked = forms.answer(token(link), BORN, "", Origin.PERSON);
            var code = OnlineCodes.mailed(jdbc, link.intake());
            return Objects.requireNonNull(
                    forms.answerCode(token(link), Objects.requireNonNull(asked.door()), code, Origin.PERSON)
                            .form());
        });
    }

    /** Gives a patient an e-mail address that has long been on record. */
    private PatientId mailed(PatientId patient) {
        staff.doAs("manager", () -> {
            var opened = patients.details(patient).orElseThrow();
            patients.correct(
                    patient,
                    opened.version(),
                    new PatientDraft("Online", "Patient", BORN, null, new EmailAddress("online@example.org")));
        });
        OnlineCodes.addressIsKnown(jdbc, patient);
        return patient;
    }

    private List<OnlineIntakeRow> rows(String who, PatientId patient) {
        return staff.as(
                who, () -> intakes.findByPatient(patients.details(patient).orElseThrow()));
    }

    private PatientId patient(@Nullable LocalDate born, @Nullable String phone) {
        var patient = care.treated("Online");
        staff.doAs("manager", () -> {
            var opened = patients.details(patient).orElseThrow();
            patients.correct(patient, opened.version(), draft(born, phone));
        });
        return patient;
    }

    private static PatientDraft draft(@Nullable LocalDate born, @Nullable String phone) {
        return new PatientDraft("Online", "Patient", born, phone == null ? null : PhoneNumber.typed(phone, "US"), null);
    }
}
