package io.plumbline.onlineintake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
    void aPageOfAnotherDeviceOverwritesNothingAndShowsBoth() {
        var link = link();
        var first = browser.post(link + "?lang=en", RIGHT);
        var other = new OnlineIntakeBrowser(port);
        var second = other.post(link + "?lang=en", RIGHT);
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
        var resumed = other.post(link + "?lang=es", RIGHT);
        assertThat(resumed.body()).contains("Qué tan fuerte es su dolor");
        assertThat(browser.go(link, resumed, "PAIN", Map.of("go", "back")).body())
                .contains(">Neck</textarea>", ">A fall</textarea>");
    }

    @Test
    void whatOnlyOneDeviceAnsweredIsKeptWithoutAQuestion() {
        var link = link();
        var first = browser.post(link, RIGHT);
        var second = browser.post(link, RIGHT);
        browser.go(link, first, "COMPLAINT", Map.of("complaint", "Low back", "onset", "May"));
        var next = browser.go(link, second, "COMPLAINT", Map.of("complaint", "Low back", "mechanism", "A fall"));
        assertThat(next.body()).contains("How strong is your pain");
        var both = browser.go(link, browser.post(link, RIGHT), "PAIN", Map.of("go", "back"));
        assertThat(both.body()).contains("Low back", "value=\"May\"", "A fall");
    }

    @Test
    void whatAnotherDeviceChangedSinceTheLastPageIsNotSentUnseen() {
        var link = link();
        var page = browser.go(
                link, browser.post(link, RIGHT), "COMPLAINT", Map.of("complaint", "Low back", "go", "CHECK"));
        assertThat(page.body()).contains("Send your answers");
        var other = browser.post(link, RIGHT);
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

    private String link() {
        return staff.as("frontdesk", () -> intakes.create(patient, clinic(), false, route -> route))
                .address()
                .replaceAll("\\?.*", "");
    }

    private ClinicId clinic() {
        return CurrentUser.current().clinics().stream().findFirst().orElseThrow();
    }
}
