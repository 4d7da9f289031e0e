package io.plumbline.leads.web;

import static io.plumbline.leads.web.Endpoint.json;
import static io.plumbline.leads.web.Endpoint.reference;
import static io.plumbline.leads.web.Endpoint.wrongFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.requests.SafetyQuestion;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Http;
import io.plumbline.support.Staff;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The endpoint as the clinic's own web site meets it. */
@DemoTest
class PublicConsultationsTest {
    @LocalServerPort
    int port;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    Staff staff;

    Endpoint site;
    String name;

    @BeforeEach
    void open() {
        site = new Endpoint(port);
        name = "Asks " + UUID.randomUUID();
    }

    @Test
    void everyFieldIsStoredAndTheAnswerHasAReference() {
        var answer = site.post(Map.ofEntries(
                Map.entry("name", name),
                Map.entry("phone", "(602) 555-0163"),
                Map.entry("email", "asks@example.org"),
                Map.entry(
                        "whenToCall",
                        Map.of("days", List.of("MONDAY"), "dayParts", List.of("EVENING"), "from", "2026-11-30")),
                Map.entry("concern", "Lower back, left side"),
                Map.entry("since", "last Thursday"),
                Map.entry("service", "massage"),
                Map.entry("clinic", "harbour"),
                Map.entry("practitioner", "the one with the beard"),
                Map.entry("source", "SIGN"),
                Map.entry("language", "es"),
                Map.entry("consent", true),
                Map.entry("safety", Map.of("RF-CES-1", "no", "RF-FX-1", "not_said"))));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(reference(answer)).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(json(answer).path("emergency").isNull()).isTrue();
        assertThat(json(answer).path("promise").asString())
                .isEqualTo(
                        "We will call you Monday, November 30, in the evening, between 5:00 PM and 5:15 PM (Mountain Standard Time).");
        var lead = lead();
        assertThat(lead.draft().phone()).hasToString("+16025550163");
        assertThat(lead.draft().callWindow().days()).isEqualTo(Set.of(DayOfWeek.MONDAY));
        assertThat(lead.draft().callWindow().parts()).isEqualTo(Set.of(DayPart.EVENING));
        assertThat(lead.draft().callWindow().from()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(lead.draft().source()).isEqualTo(LeadSource.SIGN);
        assertThat(lead.draft().language()).isEqualTo("Spanish");
        assertThat(lead.background().since()).isEqualTo("last Thursday");
        assertThat(lead.background().service()).isEqualTo("massage");
        assertThat(lead.background().practitioner()).isEqualTo("the one with the beard");
        assertThat(lead.background().reference()).isEqualTo(reference(answer));
    }

    @Test
    void aNameOneContactAndConsentAreEnough() {
        assertThat(site.post(Map.of("name", name, "email", "a@example.org", "consent", true))
                        .statusCode())
                .isEqualTo(201);
        assertThat(lead().draft().clinic()).isNull();
        assertThat(lead().draft().language()).isEmpty();
    }

    @Test
    void allErrorsAreReportedTogetherByPath() {
        var answer = site.post(Map.of(
                "phone", "+0",
                "email", "nobody",
                "whenToCall",
                        Map.of(
                                "days",
                                List.of("MONDAY", "SOMEDAY"),
                                "dayParts",
                                List.of("NIGHT"),
                                "from",
                                "2026-02-30"),
                "service", "surgery",
                "clinic", "nowhere",
                "source", "RADIO",
                "language", "Klingon",
                "consent", "yes",
                "safety", Map.of("RF-CES-1", "maybe")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(wrongFields(answer))
                .containsExactly(
                        "name",
                        "phone",
                        "email",
                        "whenToCall.days[1]",
                        "whenToCall.dayParts[0]",
                        "whenToCall.from",
                        "service",
                        "clinic",
                        "source",
                        "consent",
                        "safety.RF-CES-1",
                        "language");
    }

    @Test
    void theSameKeyGivesTheSameReferenceAndOneLead() {
        var key = UUID.randomUUID().toString();
        var first = site.post(request(), key);
        var second = site.post(request(), key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(reference(second)).isEqualTo(reference(first));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aDifferentBodyWithAUsedKeyIsAConflict() {
        var key = UUID.randomUUID().toString();
        site.post(request(), key);
        var other = new HashMap<>(request());
        other.put("concern", "Something else");
        assertThat(site.post(other, key).statusCode()).isEqualTo(409);
        other.put("email", "wrong");
        assertThat(site.post(other, key).statusCode()).isEqualTo(409);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aRefusedBodyDoesNotUseUpItsKeyAndTheCorrectedOneCompletesTheLead() {
        var key = UUID.randomUUID().toString();
        var wrong = new HashMap<>(request());
        wrong.put("source", "RADIO");
        assertThat(site.post(wrong, key).statusCode()).isEqualTo(400);
        assertThat(lead().background().incomplete()).isTrue();
        var answer = site.post(request(), key);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(rows()).hasSize(1);
        assertThat(lead().background().incomplete()).isFalse();
        assertThat(lead().background().reference()).isEqualTo(reference(answer));
        assertThat(site.post(request(), key).statusCode()).isEqualTo(201);
    }

    @Test
    void aYesIsAnsweredWithTheEmergencyNumberAndGoesToClinicalReview() {
        var request = new HashMap<>(request());
        request.put("clinic", "harbour");
        request.put("safety", Map.of("RF-INF-1", "yes"));
        var emergency = json(site.post(request)).path("emergency");
        assertThat(emergency.path("notice").asString()).contains("do not wait for our call");
        assertThat(emergency.path("numbers").path(0).asString()).isEqualTo("911");
        assertThat(lead().status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }

    @Test
    void anInvalidRequestIsRefusedWithItsOwnStatus() {
        assertRefused(site.send("GET", new byte[0], Map.of()), 405);
        assertRefused(site.send("PUT", new byte[0], Map.of()), 405);
        assertRefused(site.send("POST", "name=x".getBytes(), Map.of("Content-Type", "text/plain")), 415);
        assertRefused(site.send("POST", new byte[64 * 1024 + 1], Map.of()), 413);
        assertRefused(site.postText(""), 400);
        assertRefused(site.postText("[]"), 400);
        assertRefused(site.postText("{\"name\":\"a\",\"name\":\"b\"}"), 400);
        assertRefused(site.send("POST", "{}".getBytes(), Map.of("Idempotency-Key", "x".repeat(256))), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml", "image/png"})
    void aRefusalIsNeverTheSignInPageForAnyAcceptHeader(String accepted) {
        var answer = site.send("POST", "{}".getBytes(), Map.of("Accept", accepted));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("login");
    }

    @Test
    void onlyConfiguredSitesMaySendFromTheBrowser() {
        var body = Endpoint.JSON.writeValueAsBytes(request());
        var named = site.send("POST", body, Map.of("Origin", "https://www.clinic.example"));
        assertThat(named.statusCode()).isEqualTo(201);
        assertThat(named.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://www.clinic.example");
        var asked = site.send(
                "OPTIONS",
                new byte[0],
                Map.of(
                        "Origin", "https://www.clinic.example",
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "content-type,idempotency-key"));
        assertThat(asked.statusCode()).isEqualTo(200);
        var foreign = site.send("POST", body, Map.of("Origin", "https://elsewhere.example"));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void theOpenApiDescriptionNamesEveryAcceptedValue() {
        var description = new Http(port).fetch("api/public/openapi.yaml");
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains(words(LeadSource.values()), words(DayOfWeek.values()));
        assertThat(description.body()).contains(words(DayPart.values()));
        assertThat(description.body()).contains(SafetyQuestion.rules());
    }

    private static String words(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "io.plumbline", "\tat ");
    }

    private Map<String, Object> request() {
        return Map.of("name", name, "phone", "(602) 555-0163", "consent", true);
    }

    private List<LeadRow> rows() {
        return staff.as("manager", () -> callQueue.queue(null, 500)).stream()
                .filter(row -> row.fullName().equals(name))
                .toList();
    }

    private LeadDetails lead() {
        var rows = rows();
        assertThat(rows).hasSize(1);
        return staff.as("manager", () -> leads.open(rows.getFirst().id())).orElseThrow();
    }
}
