package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.onlineintake.OnlineCodes;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of an online intake tell the patient: of consents, in an emergency, and what is missing. */
@DemoTest
class OnlineIntakeGuidanceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Map<String, String> RIGHT = Map.of("month", "4", "day", "27", "year", "1970");

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    OnlineIntakeService intakes;

    OnlineIntakeBrowser browser;
    PatientId patient;

    @BeforeEach
    void openBrowser() {
        browser = new OnlineIntakeBrowser(port);
        patient = staff.as(
                "frontdesk",
                () -> patients.add(
                        new PatientDraft(
                                "Secret",
                                "Name" + PEOPLE.incrementAndGet(),
                                LocalDate.of(1970, 4, 27),
                                null,
                                new EmailAddress("guided@example.org")),
                        clinic()));
        OnlineCodes.addressIsKnown(jdbc, patient);
    }

    @Test
    void theOneAnswerThatTheFormNeedsIsMarked() {
        var link = link();
        var page = browser.post(link + "?lang=en", RIGHT);
        assertThat(page.body())
                .contains("The first question needs an answer; you can leave the rest open.")
                .containsPattern("for=\"complaint\">What hurts, or what is the problem\\? <span class=\"opt\">required")
                .containsOnlyOnce("required=\"required\"");
        assertThat(browser.post(link + "?lang=es", RIGHT).body()).contains("<span class=\"opt\">obligatorio");
    }

    @Test
    void theLinkContinuesOnAnotherDeviceWhereThePatientLeftOff() {
        var link = link();
        var page = browser.post(link + "?lang=en", RIGHT);
        assertThat(page.body()).doesNotContain("where you left off");
        page = browser.go(link, page, "COMPLAINT", Map.of("complaint", "Low back"));
        // nothing is answered on the second page, and the third is left to be read in Spanish
        page = browser.go(link, page, "PAIN", Map.of());
        browser.send(link + "?lang=es", page, Map.of("page", "REGIONS", "other-language", "yes"));
        var resumed = resume(link + "?lang=en");
        assertThat(resumed.body()).contains("Where does it hurt", "Page 3 of", "You continue where you left off");
        page = browser.go(link, resumed, "REGIONS", Map.of("go", "back"));
        assertThat(page.body()).contains("How strong is your pain").doesNotContain("where you left off");
        page = browser.go(link, page, "PAIN", Map.of("go", "back"));
        assertThat(page.body()).contains(">Low back</textarea>");
        browser.go(link, page, "COMPLAINT", Map.of("complaint", "Neck"));
        assertThat(resume(link + "?lang=es").body())
                .as("an earlier page that was changed takes nothing back")
                .contains("Dónde le duele", "Continúa donde lo dejó");
        page = browser.go(link, resumed, "SAFETY", Map.of());
        page = browser.go(link, page, "CONSENTS", Map.of());
        link = link();
        assertThat(resume(link + "?lang=en").body())
                .as("a newer link asks for the consents again")
                .contains("What you agree to");
        page = browser.go(link, resume(link), "CONSENTS", Map.of());
        assertThat(resume(link + "?lang=en").body()).contains("Send your answers", "Go back to a page");
        assertThat(browser.go(link, page, "CHECK", Map.of("go", "submit")).body())
                .contains("Thank you");
        assertThat(jdbc.sql("select content from online_intake_submission where intake_id in"
                                + " (select id from online_intake where patient_id = ?)")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .single())
                .contains("Neck")
                .doesNotContain("\"done\"");
    }

    @Test
    void aPageWithAMistakeIsNotPassed() {
        var link = link();
        var page = browser.post(link + "?lang=en", RIGHT);
        browser.go(link, page, "COMPLAINT", Map.of("onset", "May"));
        assertThat(resume(link + "?lang=en").body()).contains("What brings you in", "value=\"May\"");
    }

    @Test
    void theDateOfASurgeryAsksWhichOne() {
        var link = link();
        var page = browser.post(link + "?lang=en", RIGHT);
        var typed = Map.of("surgeryOn.2", "2020-05-04");
        var asked = browser.go(link, page, "HISTORY", typed);
        assertThat(asked.body())
                .contains("Surgery 2: name the surgery that the date belongs to", "value=\"2020-05-04\"")
                .containsPattern("id=\"surgery.2\"[^>]* aria-describedby=\"surgery.2-error\"");
        assertThat(browser.send(
                                link + "?lang=es",
                                asked,
                                Map.of("page", "HISTORY", "surgeryOn.2", "2020-05-04", "go", "next"))
                        .body())
                .contains("nombre la cirugía a la que corresponde la fecha");
        page = browser.go(link, asked, "COMPLAINT", Map.of("complaint", "Low back", "go", "CHECK"));
        assertThat(browser.go(link, page, "CHECK", Map.of("go", "submit")).body())
                .contains("name the surgery that the date belongs to")
                .doesNotContain("Thank you");
        var named = browser.go(link, page, "HISTORY", Map.of("surgery.2", "Knee", "surgeryOn.2", "2020-05-04"));
        assertThat(named.body()).contains("Your daily life");
    }

    @Test
    void whoTellsOfAnEmergencyReadsTheNoticeBeforeTheThanks() {
        var link = link();
        var page = browser.go(link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back"));
        page = browser.go(link, page, "SAFETY", Map.of("screen.RF-CES-1", "yes", "go", "CHECK"));
        var sent = browser.go(link, page, "CHECK", Map.of("go", "submit"));
        assertThat(sent.body()).containsOnlyOnce("class=\"emergency");
        assertThat(sent.body().indexOf("Please do not wait for us"))
                .isPositive()
                .isLessThan(sent.body().indexOf("Your answers have arrived"));
    }

    @Test
    void thoughtsOfSelfHarmAreAnsweredWithTheirOwnNumber() {
        var link = link();
        var page = browser.post(link + "?lang=en", RIGHT);
        var other = browser.go(link, page, "SAFETY", Map.of("screen.RF-CES-1", "yes"));
        assertThat(other.body())
                .contains("role=\"alert\"", "You answered yes to:")
                .contains("<strong>New numbness around the genitals, anus or inner thighs?</strong>")
                .contains("href=\"tel:911\"", "You can also call your clinic:", "href=\"tel:+1")
                .doesNotContain("988", "Thoughts of self-harm?");
        var next = browser.go(link, other, "SAFETY", Map.of("screen.RF-CES-1", "yes", "screen.RF-MOOD", "yes"));
        assertThat(next.body())
                .contains("inner thighs? · Thoughts of self-harm?</strong>", "call or text 988", "href=\"tel:911\"")
                .contains("You can also call your clinic:", "href=\"tel:+1");
        assertThat(browser.send(link + "?lang=es", next, Map.of("page", "CHECK", "go", "SAFETY"))
                        .body())
                .contains("Usted respondió que sí a:", "¿Pensamientos de hacerse daño?", "llame al 988")
                .contains("También puede llamar a su clínica:");
    }

    @Test
    void whatIsAgreedToInOneLanguageStaysAgreedToInTheOther() {
        var link = link();
        var page = browser.post(link + "?lang=es", RIGHT);
        page = browser.send(
                link + "?lang=es", page, Map.of("page", "COMPLAINT", "complaint", "Espalda", "go", "CONSENTS"));
        var text = Pattern.compile("name=\"consent.DATA_PROTECTION\" value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(text.find()).isTrue();
        page = browser.send(
                link + "?lang=es",
                page,
                Map.of(
                        "page",
                        "CONSENTS",
                        "consent.DATA_PROTECTION",
                        text.group(1),
                        "consentName",
                        "Secret",
                        "go",
                        "CHECK"));
        page = browser.go(link, page, "CHECK", Map.of("go", "CONSENTS"));
        assertThat(page.body())
                .contains("What you agree to", "You ticked this text in Spanish. To take it back, clear the box.")
                .containsPattern("name=\"consent.DATA_PROTECTION\" value=\"" + text.group(1) + "\"[^>]* checked");
        page = browser.go(
                link,
                page,
                "CONSENTS",
                Map.of("consent.DATA_PROTECTION", text.group(1), "consentName", "Secret", "go", "CHECK"));
        assertThat(page.body()).contains("By sending, Secret agrees to: How the clinic keeps your record");
        browser.go(link, page, "CHECK", Map.of("go", "submit"));
        assertThat(staff.as("frontdesk", () -> patients.details(patient))
                        .orElseThrow()
                        .consents())
                .hasSize(1);
    }

    /** Opens what is saved on another device. */
    private HttpResponse<String> resume(String address) {
        var id = staff.as("frontdesk", () -> intakes.findByPatient(
                        patients.details(patient).orElseThrow())
                .getFirst()
                .id());
        return new OnlineIntakeBrowser(port).resume(address, RIGHT, jdbc, id);
    }

    private String link() {
        return staff.as("frontdesk", () -> intakes.create(patient, clinic(), true, route -> route))
                .address()
                .replaceAll("\\?.*", "");
    }

    private ClinicId clinic() {
        return CurrentUser.current().clinics().stream().findFirst().orElseThrow();
    }
}
