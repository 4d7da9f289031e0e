package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.outbox.MailState;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of a link that was used, was withdrawn or has expired. */
@StoreTest
class OnlineExpiryTest {
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
    OnlineIntakeService intakes;

    @Autowired
    OnlineFormService forms;

    @Autowired
    OnlineExpiryService expiry;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void theMailLosesTheLinkThatIsWithdrawnReplacedUsedOrClosed() {
        var patient = patient();
        var replaced = sent(patient);
        assertThat(mail(replaced)).as("kept for lack of a mail server").contains(token(replaced));
        var withdrawn = sent(patient);
        assertThat(mail(replaced)).isEqualTo(OutgoingMail.NOT_KEPT);
        staff.doAs("westdesk", () -> intakes.withdraw(withdrawn.intake()));
        assertThat(mail(withdrawn)).isEqualTo(OutgoingMail.NOT_KEPT);
        var used = sent(patient);
        var pass = pass(used);
        save(used, pass);
        assertThat(mail(used)).as("opened, it still works").contains(token(used));
        submit(used, pass);
        assertThat(mail(used)).isEqualTo(OutgoingMail.NOT_KEPT);
        var closed = sent(patient);
        for (int n = 0; n < OnlineIntake.MOST_WRONG; n++) {
            system(() -> forms.answer(token(closed), BORN.plusDays(1), "", Origin.PERSON));
        }
        assertThat(mail(closed)).isEqualTo(OutgoingMail.NOT_KEPT);
        assertThat(rows(patient))
                .extracting(row -> Objects.requireNonNull(row.mail()).state())
                .containsOnly(MailState.KEPT);
    }

    @Test
    void theMailLosesAnExpiredLinkAndWhatWasSavedIsDeletedThirtyDaysLater() {
        var patient = patient();
        var link = sent(patient);
        save(link, pass(link));
        delete();
        assertThat(mail(link)).contains(token(link));
        clock.pass(Duration.ofDays(14));
        delete();
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
        assertThat(drafts(link)).as("a newer link can take it over").isOne();
        clock.pass(OnlineExpiryService.DRAFTS_KEPT);
        delete();
        assertThat(drafts(link)).isZero();
        assertThat(care.auditOf("online-intake.draft-deleted", patient)).isOne();
    }

    @Test
    void theMailLosesALinkThatEndedBeforeItsAddressWasDeletedAtOnce() {
        var used = sent(patient());
        var pass = pass(used);
        save(used, pass);
        submit(used, pass);
        var withdrawn = sent(patient());
        staff.doAs("westdesk", () -> intakes.withdraw(withdrawn.intake()));
        var open = sent(patient());
        for (var link : List.of(used, withdrawn)) {
            jdbc.sql("update outbox_mail set body = ? where about = ?")
                    .params("To " + link.address(), Ids.bytes(link.intake().value()))
                    .update();
        }
        delete();
        assertThat(mail(used)).isEqualTo(OutgoingMail.NOT_KEPT);
        assertThat(mail(withdrawn)).isEqualTo(OutgoingMail.NOT_KEPT);
        assertThat(mail(open)).contains(token(open));
        assertThat(system(() -> expiry.deleteOld(1000))).as("once").isZero();
    }

    private void delete() {
        system(() -> expiry.deleteOld(1000));
    }

    private long drafts(CreatedLink link) {
        return jdbc.sql("select count(*) from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(link.intake().value()))
                .query(Long.class)
                .single();
    }

    private String mail(CreatedLink link) {
        return jdbc.sql("select body from outbox_mail where about = ?")
                .param(Ids.bytes(link.intake().value()))
                .query(String.class)
                .single();
    }

    private List<OnlineIntakeRow> rows(PatientId patient) {
        return staff.as(
                "westdesk",
                () -> intakes.findByPatient(patients.details(patient).orElseThrow()));
    }

    private void submit(CreatedLink link, String pass) {
        system(() -> {
            var last = forms.save(token(link), pass, FormPage.CHECK, Map.of(), Origin.PERSON);
            return forms.submit(token(link), pass, last.version(FormPage.CHECK), "203.0.113.7", Origin.PERSON);
        });
    }

    private void save(CreatedLink link, String pass) {
        system(() -> forms.save(
                token(link), pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")), Origin.PERSON));
    }

    private String pass(CreatedLink link) {
        return Objects.requireNonNull(system(() -> forms.answer(token(link), BORN, "", Origin.PERSON))
                        .form())
                .pass();
    }

    private static String token(CreatedLink link) {
        return link.address().replaceAll(".*/(.*)\\?.*", "$1");
    }

    private CreatedLink sent(PatientId patient) {
        return staff.as("westdesk", () -> intakes.create(patient, group.west, true, route -> "https://x/" + route));
    }

    private PatientId patient() {
        return staff.as(
                "manager",
                () -> patients.add(
                        new PatientDraft("Ana", "Expires", BORN, null, new EmailAddress("ana@example.org")),
                        group.west));
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }
}
