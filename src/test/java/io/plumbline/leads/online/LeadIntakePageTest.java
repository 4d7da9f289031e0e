package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of an online intake, as somebody meets them who is no patient yet. */
@DemoTest
class LeadIntakePageTest {
    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    LeadIntakeService intakes;

    @Autowired
    Clock clock;

    Http browser;
    LeadId lead;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
        var draft = new LeadDraft(
                "Secret Lead",
                new PhoneNumber("+16025550142"),
                null,
                "It hurts",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                clinic(),
                clock.instant());
        lead = staff.as("frontdesk", () -> leads.receive(draft, null));
    }

    @Test
    void anEmergencyShowsTheNoticeWithTheClinicsNumberAndAsksAClinician() {
        var link = staff.as("frontdesk", () -> intakes.create(lead, clinic(), false, route -> route))
                .address();
        var question = browser.get(link);
        assertThat(question.body()).contains("Last four digits").doesNotContain("birth date", "Secret", "0142", "tel:");
        assertThat(browser.post(link, Map.of("digits", "9999")).body()).contains("Last four digits");
        var page = browser.post(link, Map.of("digits", "0142"));
        assertThat(page.body()).contains("What brings you in").doesNotContain("Secret");
        page = go(link, page, "COMPLAINT", Map.of("complaint", "Low back pain"));
        assertThat(opened().status()).isEqualTo(LeadStatus.NEW);
        page = go(link, page, "SAFETY", Map.of("screen.RF-CES-1", "yes"));
        assertThat(page.body()).contains("class=\"emergency first\"", "href=\"tel:911\"");
        assertThat(opened().status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }

    @Test
    void theLinkOfALostLeadGetsThePageOfEveryLinkThatDoesNotWork() {
        var link = staff.as("frontdesk", () -> intakes.create(lead, clinic(), false, route -> route))
                .address();
        var never = link.replaceAll("/[^/?]*\\?", "/never-existed?");
        staff.doAs("frontdesk", () -> leads.lose(lead, opened().version(), "Went to another clinic in town"));
        var lost = browser.get(link);
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body()).isEqualTo(browser.get(never).body());
        assertThat(browser.post(link, Map.of("digits", "0142")).statusCode()).isEqualTo(404);
    }

    private LeadDetails opened() {
        return staff.as("frontdesk", () -> leads.reload(lead)).orElseThrow();
    }

    private ClinicId clinic() {
        return staff.as(
                "frontdesk",
                () -> CurrentUser.current().clinics().stream().findFirst().orElseThrow());
    }

    private HttpResponse<String> go(String link, HttpResponse<String> before, String page, Map<String, String> typed) {
        var pass = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"").matcher(before.body());
        assertThat(pass.find()).as(before.body()).isTrue();
        var form = new HashMap<>(typed);
        form.put("pass", pass.group(1));
        form.put("page", page);
        form.put("go", "next");
        return browser.post(link, form);
    }
}
