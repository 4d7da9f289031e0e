package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.onlineintake.OnlineCodes;
import io.plumbline.onlineintake.OnlineIntakeId;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An online intake that is answered on two devices at the same time. */
@DemoTest
class OnlineIntakeDevicesTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Map<String, String> RIGHT = Map.of("month", "4", "day", "27", "year", "1970");

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
                                "Secret",
                                "Name" + PEOPLE.incrementAndGet(),
                                LocalDate.of(1970, 4, 27),
                                null,
                                new EmailAddress("devices@example.org")),
                        clinic()));
    }

    @Test
    void anotherDeviceReadsWhatIsSavedByACodeOnly() {
        var link = link();
        browser.go(link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back"));
        var other = new OnlineIntakeBrowser(port);
        var asked = other.post(link + "?lang=en", RIGHT);
        assertThat(asked.body())
                .contains("Which code did you get by e-mail?", "autocomplete=\"one-time-code\"")
                .doesNotContain("Low back", "devices@example.org");
        assertThat(other.code(link + "?lang=es", asked, Map.of("other-language", "yes"))
                        .body())
                .contains("¿Qué código recibió por correo electrónico?");
        assertThat(other.code(link + "?lang=en", asked, Map.of("code", "12")).body())
                .contains("Enter the six digits of the code")
                .doesNotContain("Low back");
        var wrong = OnlineCodes.mailed(jdbc, id()).equals("123456") ? "654321" : "123456";
        assertThat(other.code(link + "?lang=en", asked, Map.of("code", wrong)).body())
                .contains("This code is wrong or has expired.")
                .doesNotContain("Low back");
        assertThat(other.code(link, asked, Map.of("code-go", "again")).body()).contains("name=\"door\"");
        var code = OnlineCodes.mailed(jdbc, id());
        var form = other.code(link, asked, Map.of("code", code.substring(0, 3) + " " + code.substring(3)));
        assertThat(form.body()).contains("How strong is your pain", "You continue where you left off");
        assertThat(other.cookies()).isEmpty();
    }

    @Test
    void whoHasNoCodeBeginsAgainWithAnEmptyForm() {
        var link = link();
        browser.go(link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back"));
        var asked = new OnlineIntakeBrowser(port).post(link, RIGHT);
        assertThat(browser.code(link, asked, Map.of("code-go", "empty")).body())
                .contains("What brings you in")
                .doesNotContain("Low back");
    }

    @Test
    void aLinkThatIsOpenedAgainDeletesNothingUnasked() {
        var link = link(false);
        var saved = browser.go(link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back"));
        var asked = browser.post(link + "?lang=en", RIGHT);
        assertThat(asked.body())
                .contains("Start over", "your saved answers will be deleted")
                .doesNotContain("Low back", "Which code");
        assertThat(browser.code(link + "?lang=es", asked, Map.of("other-language", "yes"))
                        .body())
                .contains("Empezar de nuevo");
        assertThat(browser.go(link, saved, "PAIN", Map.of("painNow", "3", "go", "COMPLAINT"))
                        .body())
                .as("the page that is still open")
                .contains("Low back");
        assertThat(browser.code(link + "?lang=en", asked, Map.of("code-go", "empty"))
                        .body())
                .contains("What brings you in")
                .doesNotContain("Low back");
    }

    @Test
    void aPageThatWasLeftForHoursGoesOnAfterTheRightAnswer() {
        var link = link(false);
        var other = browser.post(link, RIGHT);
        var saved = browser.go(link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back"));
        var again = browser.go(link, other, "COMPLAINT", Map.of("complaint", "Neck"));
        assertThat(again.body()).contains("Answer the question again", "name=\"old-pass\"");
        assertThat(browser.again(link, other, RIGHT).body()).contains("Start over");
        assertThat(browser.again(link, saved, RIGHT).body())
                .contains("How strong is your pain", "You continue where you left off");
    }

    @Test
    void aPageThatWasOpenedBeforeAnotherDeviceSavedAsksForTheCodeAndKeepsWhatWasTyped() {
        var link = link();
        var first = browser.post(link, RIGHT);
        var second = browser.post(link, RIGHT);
        browser.go(link, first, "COMPLAINT", Map.of("complaint", "Low back", "onset", "May"));
        var again = browser.go(link, second, "COMPLAINT", Map.of("complaint", "Low back", "mechanism", "A fall"));
        assertThat(again.body()).contains("Answer the question again");
        var typed = Map.of("page", "COMPLAINT", "complaint", "Low back", "mechanism", "A fall", "go", "later");
        var answer = new HashMap<>(RIGHT);
        answer.putAll(typed);
        var asked = browser.post(link, answer);
        assertThat(asked.body()).contains("A fall").doesNotContain("May");
        var withCode = new HashMap<>(typed);
        withCode.put("code", OnlineCodes.mailed(jdbc, id()));
        assertThat(browser.code(link, asked, withCode).body()).contains("Your answers are saved");
    }

    @Test
    void aPageOfAnotherDeviceOverwritesNothingAndShowsBoth() {
        var link = link();
        var first = browser.go(link, browser.post(link, RIGHT), "PAIN", Map.of("painNow", "3", "go", "COMPLAINT"));
        var other = new OnlineIntakeBrowser(port);
        var second = browser.go(link, onOther(other, link), "CHECK", Map.of("go", "COMPLAINT"));
        browser.go(link, first, "COMPLAINT", Map.of("complaint", "Low <back>", "onset", "May"));
        var both = browser.go(
                link, second, "COMPLAINT", Map.of("complaint", "Neck", "mechanism", "A fall", "go", "later"));
        assertThat(both.body())
                .contains("Something else was saved on another device", "saved on the other device: Low &lt;back&gt;")
                .contains(">Neck</textarea>", ">A fall</textarea>", "value=\"May\"")
                .doesNotContain("Your answers are saved");
        assertThat(browser.go(link, both, "COMPLAINT", Map.of("complaint", "Neck", "go", "saved"))
                        .body())
                .contains(">Low &lt;back&gt;</textarea>")
                .doesNotContain("A fall");
        assertThat(browser.go(link, both, "COMPLAINT", Map.of("complaint", "Neck", "mechanism", "A fall"))
                        .body())
                .contains("How strong is your pain");
        var resumed = onOther(other, link);
        assertThat(resumed.body()).contains("How strong is your pain");
        assertThat(browser.go(link, resumed, "CHECK", Map.of("go", "COMPLAINT")).body())
                .contains(">Neck</textarea>", ">A fall</textarea>");
    }

    @Test
    void whatOnlyOneDeviceAnsweredIsKeptWithoutAQuestion() {
        var link = link();
        var first = browser.go(link, browser.post(link, RIGHT), "PAIN", Map.of("painNow", "3", "go", "COMPLAINT"));
        var second = browser.go(link, onOther(browser, link), "CHECK", Map.of("go", "COMPLAINT"));
        browser.go(link, first, "COMPLAINT", Map.of("complaint", "Low back", "onset", "May"));
        var next = browser.go(link, second, "COMPLAINT", Map.of("complaint", "Low back", "mechanism", "A fall"));
        assertThat(next.body()).contains("How strong is your pain");
        var both = browser.go(link, next, "PAIN", Map.of("go", "back"));
        assertThat(both.body()).contains("Low back", "value=\"May\"", "A fall");
    }

    @Test
    void whatAnotherDeviceChangedSinceTheLastPageIsNotSentUnseen() {
        var link = link();
        var page = browser.go(
                link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back", "go", "CHECK"));
        assertThat(page.body()).contains("Send your answers");
        var other = browser.go(link, onOther(browser, link), "CHECK", Map.of("go", "COMPLAINT"));
        browser.go(link, other, "COMPLAINT", Map.of("complaint", "Neck", "onset", "May"));
        var changed = browser.go(link, page, "CHECK", Map.of("go", "submit"));
        assertThat(changed.body())
                .contains("Your answers have changed since you opened this page", "Nothing was sent")
                .contains("name=\"page\" value=\"CHECK\"")
                .doesNotContain("Thank you");
        assertThat(browser.send(link + "?lang=es", page, Map.of("page", "CHECK", "go", "submit"))
                        .body())
                .contains("Sus respuestas cambiaron desde que abrió esta página");
        assertThat(browser.go(link, changed, "CHECK", Map.of("go", "submit")).body())
                .contains("Thank you");
    }

    @Test
    void placesThatAnotherDeviceChoseAreNamed() {
        var link = link();
        var page = browser.go(link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back"));
        var first = browser.go(link, page, "CHECK", Map.of("go", "REGIONS"));
        var second = browser.go(link, page, "CHECK", Map.of("go", "REGIONS"));
        browser.go(link, first, "REGIONS", Map.of("region", "back-lumbar-left"));
        var both = browser.go(link, second, "REGIONS", Map.of("region", "back-lumbar-right"));
        assertThat(both.body())
                .contains("saved on the other device: Left", "id=\"region-back-lumbar-left\"")
                .doesNotContain("nothing chosen");
    }

    private HttpResponse<String> onOther(OnlineIntakeBrowser device, String link) {
        return device.resume(link + "?lang=en", RIGHT, jdbc, id());
    }

    private OnlineIntakeId id() {
        return staff.as("frontdesk", () -> intakes.findByPatient(
                        patients.details(patient).orElseThrow())
                .getFirst()
                .id());
    }

    private String link() {
        return link(true);
    }

    private String link(boolean byMail) {
        return staff.as("frontdesk", () -> intakes.create(patient, clinic(), byMail, route -> route))
                .address()
                .replaceAll("\\?.*", "");
    }

    private ClinicId clinic() {
        return CurrentUser.current().clinics().stream().findFirst().orElseThrow();
    }
}
