package io.plumbline.leads.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.Forms;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import io.plumbline.uidl.LoopbackBrowser;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The booking form as anybody meets it. */
@DemoTest
class BookingPageTest {
    private static final String EMERGENCY = "do not wait for our call: contact emergency services";

    @LocalServerPort
    int port;

    /** Whoever asks by the same number next is taken for the person who told no name. */
    private static final String NAMELESS = "(602) 555-0169";

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadReviewListService reviews;

    @Autowired
    Staff staff;

    private Forms forms;

    @Autowired
    void makeForms(JdbcClient jdbc, Clock clock) {
        forms = new Forms(jdbc, clock);
    }

    @Autowired
    JdbcClient jdbc;

    Http browser;

    @BeforeEach
    void openBrowser() {
        browser = new Http(port);
    }

    @Test
    void theFormHasItsFieldsAndTheEmergencyNoticeWithoutScriptsOrCookies() {
        var page = browser.get("book");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("When to call?", EMERGENCY).doesNotContain("<script", "onclick");
        for (var field : List.of(
                "name",
                "phone",
                "email",
                "concern",
                "dates",
                "dayParts",
                "since",
                "service",
                "clinic",
                "practitioner",
                "source",
                "safety.RF-CES-1",
                "safety.RF-INF-1",
                "consent")) {
            assertThat(page.body()).contains("name=\"" + field + "\"");
        }
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(csp -> assertThat(csp)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aSentFormIsAcknowledgedAndQueuedAtTheClinic() {
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
    void thePartsOfTheDayAreWrittenByTheClockOfTheClinics() {
        assertThat(browser.get("book").body()).contains("Afternoon 2:00–5:00 PM", "Evening 5:00–8:00 PM");
        assertThat(browser.get("book?lang=es").body())
                .contains("Por la tarde 2:00\u202fp.\u00a0m.–5:00\u202fp.\u00a0m.");
    }

    @Test
    void theFormShowsThePhoneNumbersAndHoursOfTheClinics() {
        var page = browser.get("book").body();
        assertThat(page)
                .containsSubsequence(
                        "You can also call us: ",
                        "Harbour Street",
                        "<a href=\"tel:+16025550100\">(602) 555-0100</a>",
                        "Old Mill",
                        "<a href=\"tel:+12125550100\">(212) 555-0100</a>",
                        "<form",
                        "</form>",
                        "<h3>Harbour Street</h3>",
                        "Monday to Friday 8:00 AM to 7:00 PM, Saturday 8:00 AM to 5:00 PM, Sunday 9:00 AM to 4:00 PM.",
                        "<h3>Old Mill</h3>",
                        "Monday to Friday 8:00 AM to 6:00 PM, Saturday 8:00 AM to 5:00 PM, Sunday 9:00 AM to 4:00 PM.")
                .doesNotContainIgnoringCase("closed today");
        assertThat(browser.post("book", form("", Map.of("phone", NAMELESS))).body())
                .as("a form that was refused")
                .contains("(602) 555-0100", "Monday to Friday");
    }

    @Test
    void theThankYouPageShowsThePhoneNumberOfTheClinicThatCalls() {
        var ofOne = browser.post("book", form("Calls Harbour", Map.of("clinic", "harbour")))
                .body();
        assertThat(ofOne)
                .containsSubsequence("Thank you", "You can also call us: ", "(602) 555-0100", "<h2>Harbour Street</h2>")
                .contains("Monday to Friday 8:00 AM to 7:00 PM")
                .doesNotContain("(212) 555-0100");
        var urgent = browser.post("book", form("Urgent", Map.of("clinic", "harbour", "safety.RF-CES-1", "yes")))
                .body();
        assertThat(urgent)
                .as("who must not wait does not call us first")
                .doesNotContain("You can also call us")
                .containsSubsequence("tel:911", "<h2>Harbour Street</h2>", "(602) 555-0100");
    }

    @Test
    void aLeadWithoutAPreferredClinicIsQueuedWithTheGroup() {
        browser.post("book", form("No Preference", Map.of()));
        assertThat(only("No Preference").clinic()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name    |              | Your name is missing
                    phone   |              | Enter a phone number or an e-mail address
                    phone   | 12           | Enter the phone number in full
                    email   | not-an-email | Enter the e-mail address in full
                    consent |              | We need your consent
                    clinic  | nowhere      | Choose one of our clinics
                    service | nothing      | Choose one of our services
                    dates   | 2026-02-30   | Enter a valid date
                    dates   | 2026-11-01   | Choose a day from today on
                    """)
    void errorsAreShownAtTheirFieldsAndTypedTextIsKept(String field, String typed, String message) {
        var name = "Kept " + UUID.randomUUID();
        var form = form(
                field.equals("name") ? "" : name, Map.of("concern", "Typed <i>with care</i>", "dayParts", "EVENING"));
        form.put(field, typed == null ? "" : typed);
        var page = browser.post("book", form);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(message)
                .contains("Typed &lt;i&gt;with care&lt;/i&gt;")
                .containsPattern("value=\"EVENING\"\\s+checked");
        assertThat(queue()).filteredOn(row -> row.fullName().equals(name)).allSatisfy(row -> assertThat(
                        details(name).background().incomplete())
                .isTrue());
    }

    @Test
    void textThatIsTooLongIsRefusedAndShownAgain() {
        var page = browser.post("book", form("x".repeat(121), Map.of("concern", "y".repeat(2001))));
        assertThat(page.body()).contains("Your name has at most 120 characters", "has at most 2000 characters");
        assertThat(page.body()).contains("x".repeat(121));
    }

    @Test
    void aFormSentTwiceEvenConcurrentlyIsOneLead() throws Exception {
        var form = form("Sent Often", Map.of());
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<String> send =
                    () -> reference(new Http(port).post("book", form).body());
            var references = new HashSet<String>();
            for (var answer : threads.invokeAll(Collections.nCopies(6, send))) {
                references.add(answer.get());
            }
            assertThat(references).hasSize(1);
        }
        assertThat(queue())
                .filteredOn(row -> row.fullName().equals("Sent Often"))
                .hasSize(1);
    }

    @Test
    void aChangedFormResentByTheBackButtonNeedsConfirmationAndIsANewLead() {
        var first = form("Wrong Number", Map.of());
        browser.post("book", first);
        first.put("phone", "(602) 555-0199");
        var asked = browser.post("book", first);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("You have already sent this form", "(602) 555-0199");
        first.put("form", mark(asked.body()));
        assertThat(firstHeading(browser.post("book", first).body())).startsWith("Thank you");
        assertThat(queue())
                .filteredOn(row -> row.fullName().equals("Wrong Number"))
                .hasSize(2);
    }

    @Test
    void aRefusedFormCreatesAnIncompleteLeadThatTheCorrectedFormCompletes() {
        var name = "Corrected " + UUID.randomUUID();
        var form = form(name, Map.of("email", "not-an-email", "concern", "Half told"));
        browser.post("book", form);
        assertThat(details(name).background().incomplete()).isTrue();
        form.put("email", "right@example.org");
        var reference = reference(browser.post("book", form).body());
        var lead = details(name);
        assertThat(lead.background().incomplete()).isFalse();
        assertThat(lead.background().reference()).isEqualTo(reference);
        assertThat(lead.draft().email()).hasToString("right@example.org");
        assertThat(queue()).filteredOn(row -> row.fullName().equals(name)).hasSize(1);
    }

    @Test
    void aFormFilledInByABotIsAcknowledgedButNotQueued() {
        var trapped = browser.post("book", form("Trapped Machine", Map.of("website", "https://spam.example")));
        var quick = browser.post("book", form("Quick Machine", Map.of("form", forms.openFor(Duration.ofSeconds(1)))));
        for (var answer : List.of(trapped, quick)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(firstHeading(answer.body())).isEqualTo("Thank you");
            assertThat(answer.body()).contains("We will call you", "Add it to my calendar");
        }
        assertThat(queue()).extracting(LeadRow::fullName).doesNotContain("Trapped Machine", "Quick Machine");
    }

    @Test
    void aYesGoesToClinicalReviewEvenIfTheFormLooksLikeABot() {
        var quick = "Filled In At Once";
        var answer = browser.post(
                "book",
                form(
                        quick,
                        Map.of("clinic", "harbour", "safety.RF-CES-1", "yes", "form", forms.openFor(Duration.ZERO))));
        assertThat(answer.body()).containsSubsequence("do not wait", EMERGENCY, "tel:911", "Thank you");
        var trapped = "Filled By The Browser";
        browser.post("book", form(trapped, Map.of("safety.RF-INF-1", "yes", "website", "https://mine.example")));
        for (var name : List.of(quick, trapped)) {
            assertThat(details(name).status()).as(name).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        }
        assertThat(staff.as("chiropractor", () -> reviews.waiting(FlagFilter.ALL, null, 500)))
                .extracting(LeadReview::fullName)
                .contains(quick, trapped);
    }

    @Test
    void aFormOpenForMoreThanADayMustBeSentAgainAndKeepsItsText() {
        var name = "Late " + UUID.randomUUID();
        var form = form(name, Map.of("form", forms.openFor(Duration.ofHours(25)), "concern", "Typed yesterday"));
        var asked = browser.post("book", form);
        assertThat(asked.body()).contains("open for more than a day", "Typed yesterday", name);
        assertThat(details(name).background().incomplete()).isTrue();
        form.put("form", mark(asked.body()));
        assertThat(firstHeading(browser.post("book", form).body())).isEqualTo("Thank you");
        assertThat(details(name).background().incomplete()).isFalse();
    }

    @Test
    void aFormWithAnInvalidTokenMustBeSentAgain() {
        var form = form("Made Up", Map.of("form", "made-up"));
        var asked = browser.post("book", form);
        assertThat(asked.body()).contains("send it again", "Made Up");
        assertThat(queue()).extracting(LeadRow::fullName).doesNotContain("Made Up");
        form.put("form", mark(asked.body()));
        assertThat(firstHeading(browser.post("book", form).body())).isEqualTo("Thank you");
    }

    @Test
    void aFormWithoutConsentIsNotStored() {
        var name = "No Consent " + UUID.randomUUID();
        browser.post("book", form(name, Map.of("consent", "")));
        assertThat(jdbc.sql("select count(*) from submission where body like ?")
                        .param("%" + name + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select sum(submissions) from refused_consent")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aYesShowsTheEmergencyNumberFirstAndGoesToClinicalReview() {
        var name = "Must Not Wait " + UUID.randomUUID();
        var answer = browser.post("book", form(name, Map.of("clinic", "harbour", "safety.RF-CES-1", "yes")));
        assertThat(answer.body()).containsSubsequence("do not wait", EMERGENCY, "tel:911", "Thank you");
        assertThat(details(name).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        var noneYes =
                browser.post("book", form("Not Said", Map.of("safety.RF-CES-1", "not_said", "safety.RF-FX-1", "no")));
        assertThat(firstHeading(noneYes.body())).isEqualTo("Thank you");
        assertThat(details("Not Said").status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void theThankYouPageOffersTheCallTimeAsACalendarFileWithoutClinicalDetails() {
        var page = browser.post("book", form("In The Morning", Map.of("clinic", "harbour", "concern", "sciatica")))
                .body();
        assertThat(page).contains("We will call you today, Tuesday, November 24, in the morning, by 10:", "Mountain");
        var link = Pattern.compile("href=\"/(book/call.ics[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        var calendar = browser.get(link.group(1).replace("&amp;", "&"));
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(calendar.body())
                .contains("BEGIN:VEVENT", "SUMMARY:Phone call", "DTSTART:20261124T17", reference(page))
                .doesNotContainIgnoringCase("sciatica")
                .doesNotContainIgnoringCase("clinic")
                .doesNotContain("In The Morning");
    }

    @Test
    void withoutAClinicTheCallTimeIsGivenWithItsTimeZone() {
        var page = browser.post("book", form("From Anywhere", Map.of())).body();
        assertThat(page)
                .containsPattern(
                        "We will call you Tuesday, November 24, by 1\\d:\\d\\d [AP]M \\((Mountain|Eastern) Standard Time\\)\\.")
                .doesNotContain("today, Tuesday", "in the morning");
    }

    @Test
    void theNextOpenDaysAreOfferedAndAChosenDayIsTheDayOfTheCall() {
        assertThat(browser.get("book").body())
                .containsSubsequence("2026-11-24", "Today", "2026-11-25", "Wed 25", "2026-11-30", "Mon 30")
                .doesNotContain("2026-12-01");
        var page = browser.post("book", form("On Friday", Map.of("dates", "2026-11-27", "clinic", "harbour")))
                .body();
        assertThat(page).contains("We will call you Friday, November 27");
        var window = details("On Friday").draft().callWindow();
        assertThat(window.days()).containsExactly(DayOfWeek.FRIDAY);
        assertThat(window.from()).isEqualTo("2026-11-27");
    }

    @Test
    void aChosenDayStaysSelectedWhenTheFormIsShownAgain() {
        var page = browser.post("book", form("", Map.of("phone", NAMELESS, "dates", "2026-11-25")))
                .body();
        assertThat(page).containsPattern("value=\"2026-11-25\"\\s+checked");
    }

    private Map<String, String> form(String name, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "name",
                name,
                "phone",
                "(602) 555-0163",
                "consent",
                "yes",
                "form",
                forms.openFor(Duration.ofMinutes(2))));
        form.putAll(more);
        return form;
    }

    @Test
    void theFormAndItsAnswerAreInSpanishWhereTheAddressOrTheBrowserAsksForIt() {
        var page = browser.get("book?lang=es").body();
        assertThat(page)
                .contains(
                        "<html lang=\"es\"",
                        "Pida su consulta gratuita",
                        "action=\"/book?lang=es\"",
                        "English</button>")
                .contains("no espere nuestra llamada: comuníquese con los servicios de emergencia", ">Hoy<")
                .doesNotContain("Your name", "Phone<", "optional", EMERGENCY);
        var name = "Lucía " + UUID.randomUUID();
        var answer = browser.post("book?lang=es", form(name, Map.of("clinic", "harbour")));
        assertThat(firstHeading(answer.body())).isEqualTo("Gracias");
        assertThat(answer.body()).contains("Le llamaremos", "lang=es").doesNotContain("We will", "Thank you");
        assertThat(details(name).draft().language()).isEqualTo("Spanish");
        var inEnglish = "English " + UUID.randomUUID();
        browser.post("book?lang=en", form(inEnglish, Map.of("clinic", "harbour")));
        assertThat(details(inEnglish).draft().language()).isEqualTo("English");
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfTheForm() {
        var answer = browser.post("book?lang=es", form("", Map.of("phone", "12", "email", "nobody")));
        assertThat(answer.body())
                .contains(
                        "Escriba su nombre",
                        "Escriba el número de teléfono con 6 a 15 dígitos",
                        "Escriba el correo electrónico completo")
                .doesNotContain("Enter ", "is missing");
    }

    @Test
    void changingTheLanguageKeepsWhatWasTypedAndSendsNothing() {
        var name = "Changed " + UUID.randomUUID();
        var page = browser.post("book?lang=es", form(name, Map.of("other-language", "yes", "concern", "Mi espalda")));
        assertThat(page.body()).contains("value=\"" + name + "\"", "Mi espalda", "Su nombre");
        assertThat(queue()).extracting(LeadRow::fullName).doesNotContain(name);
        var sent = browser.post("book?lang=es", form(name, Map.of("form", mark(page.body()))));
        assertThat(firstHeading(sent.body())).isEqualTo("Gracias");
    }

    @Test
    void noFormOfManyNetworksIsLostWhenAllAreSentAtOnce() throws Exception {
        var many = 120;
        var sent = new ArrayList<Callable<LoopbackBrowser.Answer>>();
        for (int i = 1; i <= many; i++) {
            var from = LoopbackBrowser.client(InetAddress.getByName("127.0.7." + i));
            var form = form("Sent At Once " + i, Map.of("phone", "(602) 555-" + (2000 + i)));
            sent.add(() -> new LoopbackBrowser(from, URI.create("http://127.0.0.1:" + port + "/")).post("book", form));
        }
        var thanked = 0;
        try (var people = Executors.newFixedThreadPool(many)) {
            var answers = people.invokeAll(sent);
            for (int i = 0; i < many; i++) {
                var answer = answers.get(i).get();
                if (answer.status() == 200) {
                    assertThat(firstHeading(answer.body())).startsWith("Thank you");
                    thanked++;
                } else {
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.body()).contains("value=\"Sent At Once " + (i + 1) + "\"", "Send again");
                }
            }
        }
        assertThat(thanked).isPositive();
        assertThat(jdbc.sql("select count(*) from consultation_lead where full_name like 'Sent At Once %'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(thanked);
    }

    private List<LeadRow> queue() {
        return staff.as("manager", () -> callQueue.queue(null, 500));
    }

    private LeadRow only(String name) {
        return queue().stream()
                .filter(row -> row.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LeadDetails details(String name) {
        return staff.as("manager", () -> leads.open(only(name).id())).orElseThrow();
    }

    private static String reference(String page) {
        return found("<strong>([2-9A-Z]{4}-[2-9A-Z]{4})</strong>", page);
    }

    private static String mark(String page) {
        return found("name=\"form\" value=\"([^\"]+)\"", page);
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String firstHeading(String page) {
        var heading = Pattern.compile("<h1>([^<]+)</h1>").matcher(page);
        assertThat(heading.find()).isTrue();
        return heading.group(1);
    }
}
