package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.Unproven;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a patient saved follows their own e-mail address, and a changed address is told to the one before. */
@StoreTest
@OnMySql("what is taken over is read with the mail that its link went by")
class OnlineIntakeAddressTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);
    private static final EmailAddress THEIRS = new EmailAddress("ana@example.org");
    private static final EmailAddress IN_CAPITALS = new EmailAddress("Ana@Example.ORG");
    private static final EmailAddress OTHER = new EmailAddress("other@example.org");

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
    void aRecordWithAnotherAddressGetsNothingOfTheOneThatIsMergedIntoIt() {
        var real = known(THEIRS);
        var own = sent(real, true);
        begun(own);
        var copied = sent(real, false);
        begun(copied);
        var madeUp = known(OTHER);
        staff.doAs("manager", () -> merges.merge(real, madeUp, "The same person, confirmed by phone"));
        var newer = sent(madeUp, true);
        assertThat(newer.unproven()).isNull();
        assertThat(open(newer).answers().fields()).isEmpty();
        assertThat(drafts(own)).isOne();
        assertThat(drafts(copied)).isOne();
        assertThat(continued(own).answers().value("complaint"))
                .as("the person's own link goes on")
                .isEqualTo("Low back");
    }

    @Test
    void aRecordWithTheSameAddressGetsWhatWasSavedByTheOther() {
        var one = known(THEIRS);
        var own = sent(one, true);
        begun(own);
        var other = known(IN_CAPITALS);
        staff.doAs("manager", () -> merges.merge(one, other, "The same person, confirmed by phone"));
        assertThat(continued(sent(other, true)).answers().value("complaint")).isEqualTo("Low back");
    }

    @Test
    void whatWasSavedByACopiedLinkMovesToTheAddressOfTheSameRecord() {
        var patient = known(THEIRS);
        begun(sent(patient, false));
        assertThat(continued(sent(patient, true)).answers().value("complaint")).isEqualTo("Low back");
    }

    @Test
    void whatWasSavedByMailDoesNotMoveToANewerAddressEvenAfterSevenDays() {
        var patient = known(THEIRS);
        var own = sent(patient, true);
        begun(own);
        changeAddress(patient, OTHER);
        clock.pass(Duration.ofDays(8));
        var newer = sent(patient, true);
        assertThat(newer.unproven()).isNull();
        assertThat(open(newer).answers().fields()).isEmpty();
        assertThat(drafts(own)).isOne();
    }

    @Test
    void aTypingMistakeThatIsCorrectedTellsNoStranger() {
        var patient = patient(OTHER);
        clock.pass(Duration.ofSeconds(10));
        changeAddress(patient, THEIRS);
        assertThat(told(patient)).isEmpty();
    }

    @Test
    void anAddressThatComesBackIsNotToldToTheMistypedOne() {
        var patient = known(THEIRS);
        changeAddress(patient, OTHER);
        changeAddress(patient, THEIRS);
        assertThat(told(patient)).containsExactly(THEIRS.address());
        assertThat(sent(patient, true).unproven())
                .as("nothing says how long it was on record")
                .isEqualTo(Unproven.NEW_ADDRESS);
    }

    @Test
    void onlyCapitalsOfAnAddressChangeNothing() {
        var patient = known(THEIRS);
        changeAddress(patient, IN_CAPITALS);
        assertThat(told(patient)).isEmpty();
        assertThat(sent(patient, true).unproven()).isNull();
    }

    private PatientId known(EmailAddress email) {
        var patient = patient(email);
        OnlineCodes.addressIsKnown(jdbc, patient);
        return patient;
    }

    private PatientId patient(EmailAddress email) {
        var patient = staff.as("manager", () -> patients.add(draft(email), group.west));
        answering.add(patient);
        return patient;
    }

    private void changeAddress(PatientId patient, EmailAddress to) {
        staff.doAs("westdesk", () -> {
            var opened = patients.details(patient).orElseThrow();
            patients.correct(patient, opened.version(), draft(to));
        });
    }

    private static PatientDraft draft(EmailAddress email) {
        return new PatientDraft("Ana", "Addressed", BORN, null, email);
    }

    private CreatedLink sent(PatientId patient, boolean byMail) {
        return staff.as("westdesk", () -> intakes.create(patient, group.west, byMail, route -> "https://x/" + route));
    }

    private static String token(CreatedLink link) {
        return link.address().replaceAll(".*/(.*)\\?.*", "$1");
    }

    private IdentityAnswer answered(CreatedLink link) {
        return system(() -> forms.answer(token(link), BORN, "", Origin.PERSON));
    }

    private OpenForm open(CreatedLink link) {
        return Objects.requireNonNull(answered(link).form());
    }

    private void begun(CreatedLink link) {
        var pass = open(link).pass();
        system(() -> forms.save(
                token(link), pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")), Origin.PERSON));
    }

    private OpenForm continued(CreatedLink link) {
        var asked = answered(link);
        var code = OnlineCodes.mailed(jdbc, link.intake());
        return Objects.requireNonNull(
                system(() -> forms.answerCode(token(link), Objects.requireNonNull(asked.door()), code, Origin.PERSON))
                        .form());
    }

    private long drafts(CreatedLink link) {
        return jdbc.sql("select count(*) from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(link.intake().value()))
                .query(Long.class)
                .single();
    }

    /** Returns the earlier addresses that were told of a change. */
    private List<String> told(PatientId patient) {
        return jdbc.sql("select recipient from outbox_mail where about = ?")
                .param(Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }
}
