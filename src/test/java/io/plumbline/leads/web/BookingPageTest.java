package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.LeadRow;
import io.plumbline.leads.LeadService;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The booking form as anybody meets it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class BookingPageTest {
    private static final String EMERGENCY = "do not wait for our call: contact emergency services";

    @LocalServerPort
    int port;

    @Autowired
    LeadService leads;

    @Autowired
    Staff staff;

    Http browser;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
    }

    @Test
    void theFormAsksWhatItMustShowsTheEmergencyNoticeAndNeedsNeitherScriptNorCookie() {
        var page = browser.get("book");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("When to call?", EMERGENCY).doesNotContain("<script", "onclick");
        for (var field : List.of("name", "phone", "email", "concern", "days", "dayParts", "clinic", "consent")) {
            assertThat(page.body()).contains("name=\"" + field + "\"");
        }
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(csp -> assertThat(csp)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whoSendsItIsThankedAndWaitsInTheQueueOfTheClinic() {
        var name = "Zoë 😀 <b>Test</b>";
        var answer = browser.post("book", form(name, Map.of("clinic", "harbour", "dayParts", "EVENING")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(firstHeading(answer.body())).startsWith("Thank you");
        assertThat(answer.body()).contains(EMERGENCY);
        assertThat(browser.cookies()).isEmpty();
        var lead = only(name);
        assertThat(staff.as("frontdesk", () -> leads.open(lead.id()))
                        .orElseThrow()
                        .draft()
                        .callWindow()
                        .words())
                .isEqualTo("Every day: evening");
    }

    @Test
    void aLeadWithoutAClinicWaitsForTheManager() {
        browser.post("book", form("No Preference", Map.of()));
        assertThat(only("No Preference").clinic()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name    |              | Your name is missing
                    phone   |              | Give a phone number or an e-mail address
                    phone   | 12           | Enter the phone number in full
                    email   | not-an-email | Enter the e-mail address in full
                    consent |              | Tick the box
                    clinic  | nowhere      | Choose one of our clinics
                    """)
    void whatIsWrongIsSaidAtTheFieldAndNothingTypedIsLost(String field, String typed, String message) {
        var name = "Kept " + UUID.randomUUID();
        var form =
                form(field.equals("name") ? "" : name, Map.of("concern", "Typed <i>with care</i>", "days", "FRIDAY"));
        form.put(field, typed == null ? "" : typed);
        var page = browser.post("book", form);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(message)
                .contains("Typed &lt;i&gt;with care&lt;/i&gt;")
                .containsPattern("value=\"FRIDAY\"\\s+checked");
        assertThat(queue()).extracting(LeadRow::fullName).doesNotContain(name);
    }

    @Test
    void textThatIsTooLongIsRefusedAndShownAgain() {
        var page = browser.post("book", form("x".repeat(121), Map.of("concern", "y".repeat(2001))));
        assertThat(page.body()).contains("Your name has at most 120 characters", "has at most 2000 characters");
        assertThat(page.body()).contains("x".repeat(121));
    }

    @Test
    void sentTwiceItIsOneLeadAlsoWhenBothArriveAtOnce() throws Exception {
        var form = form("Sent Often", Map.of("operation", UUID.randomUUID().toString()));
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Integer> send = () -> new Http(port).post("book", form).statusCode();
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(Collections.nCopies(6, send))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(200);
        }
        assertThat(queue())
                .filteredOn(row -> row.fullName().equals("Sent Often"))
                .hasSize(1);
    }

    @Test
    void changedAndSentAgainByTheBackButtonItIsAnotherLead() {
        var first = form("Wrong Number", Map.of("operation", UUID.randomUUID().toString()));
        browser.post("book", first);
        first.put("phone", "(602) 555-0199");
        browser.post("book", first);
        assertThat(queue())
                .filteredOn(row -> row.fullName().equals("Wrong Number"))
                .hasSize(2);
    }

    private static Map<String, String> form(String name, Map<String, String> more) {
        var form = new HashMap<>(Map.of("name", name, "phone", "(602) 555-0163", "consent", "yes"));
        form.putAll(more);
        return form;
    }

    private List<LeadRow> queue() {
        return staff.as("manager", () -> leads.queue(null, 500));
    }

    private LeadRow only(String name) {
        return queue().stream()
                .filter(row -> row.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String firstHeading(String page) {
        var heading = Pattern.compile("<h1>([^<]+)</h1>").matcher(page);
        assertThat(heading.find()).isTrue();
        return heading.group(1);
    }
}
