package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.OnlineIntakeState;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.Unproven;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of an online intake, as the patient meets them: without JavaScript, in both languages. */
@DemoTest
class OnlineIntakePageTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Map<String, String> RIGHT = Map.of("month", "4", "day", "27", "year", "1970");
    private static final Map<String, String> WRONG = Map.of("month", "4", "day", "28", "year", "1970");

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    JdbcClient jdbc;

    OnlineIntakeBrowser browser;
    PatientId patient;

    @BeforeEach
    void openBrowser() {
        browser = new OnlineIntakeBrowser(port);
        patient = staff.as(
                "frontdesk",
                () -> patients.add(
                        new PatientDraft(
                                "Secret", "Name" + PEOPLE.incrementAndGet(), LocalDate.of(1970, 4, 27), null, null),
                        clinic()));
    }

    @Test
    void thePatientAnswersPageByPageInEnglish() {
        var link = link();
        var question = browser.get(link + "?lang=en");
        assertThat(question.body())
                .contains("What is your birth date?", "lang=\"en\"")
                .doesNotContain("<script", "Secret");
        var page = browser.post(link + "?lang=en", RIGHT);
        assertThat(page.body()).contains("What brings you in", "Page 1 of 8", "Save and continue");
        page = browser.go(link, page, "COMPLAINT", Map.of("complaint", "Low <b>back</b> pain"));
        assertThat(page.body()).contains("How strong is your pain");
        page = browser.go(link, page, "PAIN", Map.of("painNow", "6"));
        page = browser.go(link, page, "REGIONS", Map.of("region", "back-lumbar-left"));
        assertThat(page.body()).contains("Lower back, beside the spine, Left: what does it feel like?", "Page 4 of 9");
        page = browser.go(link, page, "REGION_DETAILS", Map.of("quality.back-lumbar-left", "SHARP"));
        page = browser.go(link, page, "LIMITATIONS", Map.of("ability.SHOES", "3"));
        page = browser.go(link, page, "HISTORY", Map.of("pregnancyWeek", "99"));
        assertThat(page.body()).contains("enter the week, 1 to 42", "value=\"99\"", "aria-invalid=\"true\"");
        page = browser.go(
                link, page, "HISTORY", Map.of("fact.BLOOD_THINNERS", "yes", "words.BLOOD_THINNERS", "Warfarin"));
        page = browser.go(link, page, "DAILY_LIFE", Map.of("goals", "Lift my child"));
        assertThat(page.body())
                .contains("New numbness around the genitals, anus or inner thighs?", "Rather not say")
                .containsPattern("Questions 1 to 10 of (\\d+)(?s:.*)Questions 41 to \\1 of \\1");
        page = browser.go(link, page, "SAFETY", Map.of("screen.RF-FX-1", "not-said"));
        assertThat(page.body())
                .contains("What you agree to", "I have read this and agree", "Version 1 of this text")
                .as("that the treatment was explained can only be said at the visit")
                .doesNotContain("consent.TREATMENT", "Consent to examination and treatment")
                .contains("Your full name");
        var ticked = Pattern.compile("name=\"consent.DATA_PROTECTION\" value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(ticked.find()).isTrue();
        page = browser.go(link, page, "CONSENTS", Map.of("consent.DATA_PROTECTION", ticked.group(1)));
        assertThat(page.body()).contains("type the full name of the person who agrees", "checked=\"checked\"");
        page = browser.go(
                link,
                page,
                "CONSENTS",
                Map.of("consent.DATA_PROTECTION", ticked.group(1), "consentName", "Secret <i>Name</i>"));
        assertThat(page.body()).contains("Send your answers", "By sending, Secret &lt;i&gt;Name&lt;/i&gt; agrees to:");
        page = browser.go(link, page, "CHECK", Map.of("go", "COMPLAINT"));
        assertThat(page.body()).contains("Low &lt;b&gt;back&lt;/b&gt; pain");
        page = browser.go(link, page, "COMPLAINT", Map.of("complaint", "Low <b>back</b> pain", "go", "CHECK"));
        var sent = browser.go(link, page, "CHECK", Map.of("go", "submit"));
        assertThat(sent.body())
                .contains("Thank you", "Your answers have arrived")
                .doesNotContain("<script");
        assertThat(state()).isEqualTo(OnlineIntakeState.SUBMITTED);
        assertThat(staff.as("frontdesk", () -> patients.details(patient))
                        .orElseThrow()
                        .consents())
                .singleElement()
                .satisfies(consent -> assertThat(
                                Objects.requireNonNull(consent.online()).address())
                        .matches("127\\.0\\.2\\.\\d+"));
        assertThat(browser.cookies()).isEmpty();
        var twice = browser.go(link, page, "CHECK", Map.of("go", "submit"));
        assertThat(twice.statusCode()).isEqualTo(404);
        assertThat(twice.body()).contains("This link does not work");
    }

    @Test
    void thePatientAnswersInSpanishAndChangesTheLanguageWithoutLosingWhatIsTyped() {
        var link = link();
        assertThat(browser.get(link + "?lang=es").body()).contains("¿Cuál es su fecha de nacimiento?", "lang=\"es\"");
        var page = browser.post(link + "?lang=es", RIGHT);
        assertThat(page.body()).contains("Motivo de su visita", "Guardar y continuar", "En una emergencia");
        var english = browser.send(
                link + "?lang=en", page, Map.of("page", "COMPLAINT", "complaint", "Espalda", "other-language", "yes"));
        assertThat(english.body()).contains("What brings you in", "Espalda");
        var safety = browser.send(link + "?lang=es", english, Map.of("page", "CHECK", "go", "SAFETY"));
        assertThat(safety.body()).contains("¿Dolor en el pecho?", "¿Fuma?", "Prefiero no decirlo");
        var first = browser.send(link + "?lang=es", safety, Map.of("page", "CHECK", "go", "COMPLAINT"));
        var refused = browser.send(link + "?lang=es", first, Map.of("page", "COMPLAINT", "complaint", " "));
        assertThat(refused.body()).contains("escriba en pocas palabras qué le duele");
    }

    @Test
    void anEmergencyShowsTheNoticeWithTheNumberAtOnce() {
        var link = link();
        var page = browser.post(link + "?lang=es", RIGHT);
        var next = browser.send(link + "?lang=es", page, Map.of("page", "SAFETY", "screen.RF-CES-1", "yes"));
        assertThat(next.body())
                .contains("Por favor, no espere a que le llamemos", "href=\"tel:911\"", "role=\"alert\"")
                .contains(
                        "Lo que usted acepta",
                        "He leído esto y acepto",
                        "Versión 1 de este texto",
                        "Su nombre completo");
        assertThat(staff.as("frontdesk", () -> patients.brief(patient))
                        .orElseThrow()
                        .clinicalHold())
                .isTrue();
    }

    @Test
    void aFormThatWasLeftBeginsAgainWhereNoCodeCanGo() {
        var link = link();
        var page = browser.post(link, RIGHT);
        var left = browser.go(link, page, "COMPLAINT", Map.of("complaint", "Low back", "go", "later"));
        assertThat(left.body()).contains("Your answers are saved", "the link opens an empty form");
        var other = new OnlineIntakeBrowser(port);
        assertThat(other.get(link).body()).contains("birth date").doesNotContain("Low back");
        var asked = other.post(link, RIGHT);
        assertThat(asked.body()).contains("Start over").doesNotContain("Low back");
        assertThat(other.code(link, asked, Map.of("code-go", "empty")).body())
                .contains("What brings you in")
                .doesNotContain("Low back", "Staff of the clinic use this device");
    }

    @Test
    void whatIsSentFromABrowserOfStaffSaysSoAndIsMarkedAlsoAfterTheySignedOut() {
        var link = link();
        browser.signIn("frontdesk", "demo-frontdesk-pass");
        assertThat(browser.hasSession()).isTrue();
        browser.forgetSession();
        var page = browser.post(link + "?lang=en", RIGHT);
        assertThat(page.body())
                .contains("Staff of the clinic use this device", "If you work here and are a patient yourself");
        page = browser.go(link, page, "COMPLAINT", Map.of("complaint", "Low back", "go", "CHECK"));
        browser.go(link, page, "CHECK", Map.of("go", "submit"));
        assertThat(state()).isEqualTo(OnlineIntakeState.SUBMITTED);
        assertThat(row().toConfirm()).containsExactlyInAnyOrder(Unproven.COPIED, Unproven.CLINIC);
    }

    @Test
    void aPageWithoutAPassAsksTheQuestionAndKeepsWhatWasTyped() {
        var link = link();
        browser.post(link, RIGHT);
        var asked = browser.post(link, Map.of("pass", "1.old", "page", "COMPLAINT", "complaint", "Low \"back\""));
        assertThat(asked.body()).contains("Answer the question again", "Low &quot;back&quot;");
        var answer = new HashMap<>(RIGHT);
        answer.putAll(Map.of("page", "COMPLAINT", "complaint", "Low \"back\"", "go", "next"));
        assertThat(browser.post(link, answer).body()).contains("How strong is your pain");
    }

    @Test
    void unknownExpiredWithdrawnAndGuessedLinksGetTheSamePage() {
        var unknown = browser.get("online-intake/invented?lang=en");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("This link does not work")
                .as("a withdrawn link has deleted what was saved")
                .doesNotContain("expired", "saved", "stands");
        var withdrawn = link();
        staff.doAs("frontdesk", () -> intakes.withdraw(row().id()));
        assertThat(browser.get(withdrawn + "?lang=en").body()).isEqualTo(unknown.body());
        var guessed = link();
        for (int n = 1; n < 5; n++) {
            assertThat(browser.post(guessed + "?lang=en", WRONG).body()).contains("does not match our records");
        }
        assertThat(browser.post(guessed + "?lang=en", WRONG).body()).isEqualTo(unknown.body());
        assertThat(browser.post(guessed + "?lang=en", RIGHT).body()).isEqualTo(unknown.body());
        var expired = link();
        jdbc.sql("update online_intake set expires_at = '2020-01-01 00:00:00' where patient_id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
        assertThat(browser.get(expired + "?lang=en").body()).isEqualTo(unknown.body());
        assertThat(browser.post(expired + "?lang=en", RIGHT).body()).isEqualTo(unknown.body());
    }

    @Test
    void anIncompleteDateIsNoWrongAnswer() {
        var link = link();
        for (int n = 0; n < 6; n++) {
            assertThat(browser.post(link, Map.of("month", "13", "day", "1", "year", "1970"))
                            .body())
                    .contains("Enter month, day and year");
        }
        assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(200);
        assertThat(browser.post(link, RIGHT).body()).contains("What brings you in");
    }

    @Test
    void openingTheLinkNeitherUsesItUpNorRevealsAnything() {
        var link = link();
        for (int n = 0; n < 5; n++) {
            assertThat(browser.get(link).body()).doesNotContain("Secret", "1970");
        }
        assertThat(state()).isEqualTo(OnlineIntakeState.SENT);
        var headers = browser.get(link).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        csp -> assertThat(csp).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
    }

    private String link() {
        return staff.as("frontdesk", () -> intakes.create(patient, clinic(), false, route -> route))
                .address()
                .replaceAll("\\?.*", "");
    }

    private ClinicId clinic() {
        return CurrentUser.current().clinics().stream().findFirst().orElseThrow();
    }

    private OnlineIntakeRow row() {
        return rows().getFirst();
    }

    private OnlineIntakeState state() {
        return row().state();
    }

    private List<OnlineIntakeRow> rows() {
        return staff.as("frontdesk", () -> {
            PatientDetails opened = patients.details(patient).orElseThrow();
            return intakes.findByPatient(opened);
        });
    }
}
