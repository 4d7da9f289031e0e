package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.Unproven;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No member of staff can act as the patient: not by a link, not by what they know, not from their own browser. */
@StoreTest
@OnMySql("what is taken over is read and deleted by condition, and codes are counted under a row lock")
class OnlineIntakeProofTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);
    private static final EmailAddress THEIRS = new EmailAddress("ana@example.org");
    private static final EmailAddress OTHER = new EmailAddress("other@example.org");

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
    OnlineFormService forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final List<PatientId> answering = new ArrayList<>();

    /** Other tests count what expires. */
    @AfterEach
    void forget() {
        answering.forEach(patient -> jdbc.sql("delete from online_intake_draft where intake_id in"
                        + " (select id from online_intake where patient_id = ?)")
                .param(Ids.bytes(patient.value()))
                .update());
    }

    @Test
    void aLinkThatStaffCopyStartsEmptyAndLeavesThePatientsOwnLinkAlone() {
        var patient = patient(THEIRS);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var own = sent(patient, true);
        var form = begun(own);
        var copied = sent(patient, false);
        assertThat(copied.unproven()).isEqualTo(Unproven.COPIED);
        assertThat(open(copied).answers().fields()).isEmpty();
        assertThat(save(own, form, Map.of("complaint", List.of("Neck")))
                        .answers()
                        .value("complaint"))
                .as("the patient goes on")
                .isEqualTo("Neck");
        assertThat(rows(patient)).extracting(OnlineIntakeRow::state).containsOnly(OnlineIntakeState.OPENED);
        assertThat(details("online-intake.created", copied)).containsExactly("as text");
    }

    @Test
    void aLinkThatNobodyOpenedIsReplacedByOneThatStaffCopy() {
        var patient = patient(THEIRS);
        var first = sent(patient, false);
        sent(patient, false);
        assertThatThrownBy(() -> open(first)).isInstanceOf(LinkOver.class);
    }

    @Test
    void whatWasSavedMovesToAnAddressThatHasBeenOnRecordForSevenDays() {
        var patient = patient(THEIRS);
        var first = sent(patient, true);
        assertThat(first.unproven()).isEqualTo(Unproven.NEW_ADDRESS);
        begun(first);
        assertThat(open(sent(patient, true)).answers().fields())
                .as("recorded by staff today")
                .isEmpty();
        clock.pass(Duration.ofDays(7));
        var later = sent(patient, true);
        assertThat(later.unproven()).isNull();
        assertThat(continued(later).answers().value("complaint")).isEqualTo("Low back");
        assertThatThrownBy(() -> open(first)).isInstanceOf(LinkOver.class);
    }

    @Test
    void aChangedAddressIsToldToTheEarlierOneAndOpensNothingForSevenDays() {
        var patient = patient(THEIRS);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var own = sent(patient, true);
        var form = begun(own);
        changeAddress(patient, OTHER);
        assertThat(mails(patient))
                .singleElement()
                .satisfies(mail -> assertThat(mail).startsWith(THEIRS.address()).contains("west", "call the clinic"));
        var link = sent(patient, true);
        assertThat(link.unproven()).isEqualTo(Unproven.NEW_ADDRESS);
        assertThat(open(link).answers().fields()).isEmpty();
        assertThat(details("online-intake.created", link)).containsExactly("by e-mail to a new address");
        assertThat(save(own, form, Map.of("complaint", List.of("Neck"))).problems())
                .isEmpty();
        changeAddress(patient, OTHER);
        assertThat(mails(patient)).as("nothing changed").hasSize(1);
    }

    @Test
    void whoKnowsTheBirthDateGetsNoSavedAnswerWithoutTheCode() {
        var patient = patient(THEIRS);
        var link = sent(patient, true);
        begun(link);
        var asked = answered(link);
        assertThat(asked.form()).isNull();
        assertThat(asked.question()).isEqualTo(IdentityQuestion.CODE);
        var mail = mailOf(link, OutgoingMail.ONE_TIME_CODE);
        assertThat(mail).startsWith(THEIRS.address());
        var code = OnlineCodes.mailed(jdbc, link.intake());
        assertThat(jdbc.sql("select code_hash from online_intake where id = ?")
                        .param(Ids.bytes(link.intake().value()))
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(code);
        assertThat(code(link, asked, code.equals("000000") ? "000001" : "000000")
                        .form())
                .isNull();
        var form = Objects.requireNonNull(code(link, asked, code).form());
        assertThat(form.answers().value("complaint")).isEqualTo("Low back");
        assertThat(code(link, asked, code).form()).as("once").isNull();
        assertThat(care.auditOf("online-intake.continued", patient)).isOne();
        assertThat(details("online-intake.wrong-answer", link)).containsExactly("wrong answer 1");
    }

    @Test
    void aCodeEndsAfterAQuarterOfAnHourAndWrongOnesEndTheLink() {
        var patient = patient(THEIRS);
        var link = sent(patient, true);
        begun(link);
        var asked = answered(link);
        var first = OnlineCodes.mailed(jdbc, link.intake());
        clock.pass(Duration.ofMinutes(15));
        assertThat(code(link, asked, first).form()).isNull();
        assertThat(details("online-intake.wrong-answer", link))
                .as("late is not wrong")
                .isEmpty();
        system(() -> forms.mailCode(token(link), Objects.requireNonNull(asked.door())));
        var second = OnlineCodes.mailed(jdbc, link.intake());
        for (int n = 1; n < OnlineIntake.MOST_WRONG; n++) {
            assertThat(code(link, asked, second.equals("123456") ? "654321" : "123456")
                            .question())
                    .isEqualTo(IdentityQuestion.CODE);
        }
        assertThat(code(link, asked, second.equals("123456") ? "654321" : "123456"))
                .isEqualTo(IdentityAnswer.OVER);
        assertThatThrownBy(() -> code(link, asked, second)).isInstanceOf(LinkOver.class);
    }

    @Test
    void codesAreMailedSeldomAndNotWithoutEnd() {
        var link = sent(patient(THEIRS), true);
        begun(link);
        for (int n = 0; n < 3; n++) {
            answered(link);
        }
        assertThat(details("online-intake.code-sent", link)).containsExactly("code 1");
        for (int n = 0; n < MailedCode.MOST + 3; n++) {
            clock.pass(Duration.ofMinutes(1));
            answered(link);
        }
        assertThat(details("online-intake.code-sent", link)).hasSize(MailedCode.MOST);
    }

    @Test
    void aFormThatStaffOpenedBeforeThePatientSavedReadsNothing() {
        var link = sent(patient(null), false);
        var ofStaff = open(link).pass();
        begun(link);
        assertThatThrownBy(
                        () -> system(() -> forms.save(token(link), ofStaff, FormPage.CHECK, Map.of(), Origin.PERSON)))
                .isInstanceOf(PassOver.class);
    }

    @Test
    void whereNoCodeCanGoTheFormBeginsAgainOnRequestAndTheTrailSaysSo() {
        var patient = patient(THEIRS);
        var link = sent(patient, false);
        begun(link);
        var form = begunAgain(link);
        assertThat(form.answers().fields()).isEmpty();
        assertThat(form.canBeContinued()).as("an address recorded today").isFalse();
        assertThat(care.auditOf("online-intake.begun-again", patient)).isOne();
        OnlineCodes.addressIsKnown(jdbc, patient);
        save(link, form, Map.of("complaint", List.of("Neck")));
        assertThat(continued(link).answers().value("complaint")).isEqualTo("Neck");
        assertThat(begunAgain(link).answers().fields()).isEmpty();
    }

    @Test
    void theRightAnswerAloneDeletesNothing() {
        var patient = patient(null);
        var link = sent(patient, false);
        var form = begun(link);
        assertThat(answered(link).question()).isEqualTo(IdentityQuestion.BEGIN_AGAIN);
        assertThat(care.auditOf("online-intake.begun-again", patient)).isZero();
        assertThat(save(link, form, Map.of("complaint", List.of("Neck"))).problems())
                .as("the browser that saved goes on")
                .isEmpty();
    }

    @Test
    void theBrowserThatSavedOpensItAgainAfterHoursWhereNoCodeCanGo() {
        var patient = patient(null);
        var link = sent(patient, false);
        var ofAnother = open(link).pass();
        var ofAnotherLink = begun(sent(patient, false)).pass();
        var mine = begun(link).pass();
        clock.pass(Duration.ofHours(3));
        for (var pass : List.of(ofAnother, ofAnotherLink, mine + "x", "")) {
            assertThat(answered(link, pass).question()).as(pass).isEqualTo(IdentityQuestion.BEGIN_AGAIN);
        }
        var form = Objects.requireNonNull(answered(link, mine).form());
        assertThat(form.answers().value("complaint")).isEqualTo("Low back");
        assertThat(details("online-intake.reopened", link)).hasSize(1);
        assertThat(save(link, form, Map.of("complaint", List.of("Neck"))).problems())
                .isEmpty();
    }

    @Test
    void anOldPassOpensNothingWhereACodeCanGo() {
        var patient = patient(THEIRS);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var link = sent(patient, true);
        var mine = begun(link).pass();
        clock.pass(Duration.ofHours(3));
        assertThat(answered(link, mine).question()).isEqualTo(IdentityQuestion.CODE);
    }

    @Test
    void whatComesFromTheClinicIsMarkedTracedAndConfirmedOnce() {
        var patient = patient(THEIRS);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var link = sent(patient, true);
        var pass = open(link).pass();
        var saved = system(() -> forms.save(
                token(link), pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")), Origin.CLINIC));
        assertThat(row(patient).toConfirm()).as("nothing is submitted").isEmpty();
        submit(link, saved, Origin.CLINIC);
        assertThat(row(patient).toConfirm()).containsExactly(Unproven.CLINIC);
        assertThat(details("online-intake.from-clinic", link)).containsExactly("saved COMPLAINT", "submitted");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> intakes.confirm(link.intake())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a colleague");
        staff.doAs("manager", () -> intakes.confirm(link.intake()));
        assertThat(row(patient).toConfirm()).isEmpty();
        assertThat(row(patient).proof().confirmedBy()).isEqualTo("manager");
        assertThat(care.auditOf("online-intake.confirmed", patient)).isOne();
        assertThatThrownBy(() -> staff.doAs("manager", () -> intakes.confirm(link.intake())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatThePatientSendsByTheirOwnAddressNeedsNoConfirmation() {
        var patient = patient(THEIRS);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var link = sent(patient, true);
        submit(link, begun(link), Origin.PERSON);
        assertThat(row(patient).proof().doubts()).isEmpty();
        assertThat(details("online-intake.from-clinic", link)).isEmpty();
    }

    @Test
    void theMarkOfTheClinicMovesWithTheAnswers() {
        var patient = patient(THEIRS);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var first = sent(patient, true);
        var pass = open(first).pass();
        system(() -> forms.save(
                token(first), pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")), Origin.CLINIC));
        var second = sent(patient, true);
        submit(second, continued(second), Origin.PERSON);
        assertThat(row(patient).toConfirm()).containsExactly(Unproven.CLINIC);
    }

    private void changeAddress(PatientId patient, EmailAddress to) {
        staff.doAs("westdesk", () -> {
            var opened = patients.details(patient).orElseThrow();
            patients.correct(patient, opened.version(), draft(to));
        });
    }

    private PatientId patient(@Nullable EmailAddress email) {
        var patient = staff.as("manager", () -> patients.add(draft(email), group.west));
        answering.add(patient);
        return patient;
    }

    private static PatientDraft draft(@Nullable EmailAddress email) {
        return new PatientDraft("Ana", "Proves", BORN, null, email);
    }

    private CreatedLink sent(PatientId patient, boolean byMail) {
        return staff.as("westdesk", () -> intakes.create(patient, group.west, byMail, route -> "https://x/" + route));
    }

    private static String token(CreatedLink link) {
        return link.address().replaceAll(".*/(.*)\\?.*", "$1");
    }

    private IdentityAnswer answered(CreatedLink link) {
        return answered(link, "");
    }

    private IdentityAnswer answered(CreatedLink link, String old) {
        return system(() -> forms.answer(token(link), BORN, old, Origin.PERSON));
    }

    private OpenForm begunAgain(CreatedLink link) {
        var asked = answered(link);
        return Objects.requireNonNull(
                system(() -> forms.beginAgain(token(link), Objects.requireNonNull(asked.door()), Origin.PERSON))
                        .form());
    }

    private OpenForm open(CreatedLink link) {
        return Objects.requireNonNull(answered(link).form());
    }

    private IdentityAnswer code(CreatedLink link, IdentityAnswer asked, String code) {
        return system(() -> forms.answerCode(token(link), Objects.requireNonNull(asked.door()), code, Origin.PERSON));
    }

    private OpenForm continued(CreatedLink link) {
        var asked = answered(link);
        return Objects.requireNonNull(
                code(link, asked, OnlineCodes.mailed(jdbc, link.intake())).form());
    }

    private OpenForm begun(CreatedLink link) {
        return save(link, open(link), Map.of("complaint", List.of("Low back")));
    }

    private OpenForm save(CreatedLink link, OpenForm form, Map<String, List<String>> typed) {
        return system(() -> forms.save(token(link), form.pass(), FormPage.COMPLAINT, typed, Origin.PERSON));
    }

    private void submit(CreatedLink link, OpenForm form, Origin from) {
        var done =
                system(() -> forms.submit(token(link), form.pass(), form.version(FormPage.CHECK), "203.0.113.7", from));
        assertThat(done).isInstanceOf(FormSubmission.Done.class);
    }

    private OnlineIntakeRow row(PatientId patient) {
        return rows(patient).getFirst();
    }

    private List<OnlineIntakeRow> rows(PatientId patient) {
        return staff.as(
                "westdesk",
                () -> intakes.findByPatient(patients.details(patient).orElseThrow()));
    }

    private List<String> details(String kind, CreatedLink link) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ? order by id")
                .params(kind, Ids.bytes(link.intake().value()))
                .query(String.class)
                .list();
    }

    private String mailOf(CreatedLink link, String template) {
        return jdbc.sql("select concat(recipient, ' ', body) from outbox_mail where about = ? and template = ?")
                .params(Ids.bytes(link.intake().value()), template)
                .query(String.class)
                .single();
    }

    private List<String> mails(PatientId patient) {
        return jdbc.sql("select concat(recipient, ' ', body) from outbox_mail where about = ?")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }
}
