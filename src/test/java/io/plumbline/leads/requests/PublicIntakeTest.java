package io.plumbline.leads.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.Plumbline;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadActivity;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the public form promises of its store. */
@StoreTest
@OnMySql("requests at once with the same key meet a unique key and its lock")
class PublicIntakeTest {
    private static final int AT_ONCE = 8;
    private static final AtomicInteger PHONES = new AtomicInteger(1000);

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PublicIntake intake;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadReviewListService reviews;

    @Autowired
    CallService calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    FormTokens forms;

    @Autowired
    DataSource dataSource;

    @Autowired
    Environment environment;

    String name;

    @BeforeEach
    void newPerson() {
        name = "Asks " + UUID.randomUUID();
        assertThat(group.west).isNotNull();
    }

    @Test
    void concurrentRequestsWithTheSameKeyCreateOneLeadAndGetItsReference() throws Exception {
        var key = UUID.randomUUID().toString();
        var references = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Receipt> send = () -> receive(key, request());
            for (var receipt : threads.invokeAll(Collections.nCopies(AT_ONCE, send))) {
                references.add(accepted(receipt.get()).reference());
            }
        }
        assertThat(references).hasSize(1);
        assertThat(rows()).hasSize(1);
        assertThat(accepted(receive(key, request())).reference()).isIn(references);
        var other = request().put("concern", "Something else");
        assertThat(receive(key, other)).isInstanceOf(Receipt.OtherUnderSameKey.class);
    }

    @Test
    void idempotencyKeysAndFormTokensSurviveARestart() throws SQLException {
        var key = UUID.randomUUID().toString();
        var reference = accepted(receive(key, request())).reference();
        var mark = forms.issue();
        try (var anew = startedAnew()) {
            assertThat(accepted(receive(anew, key, request())).reference()).isEqualTo(reference);
            assertThat(receive(anew, key, request().put("concern", "Something else")))
                    .isInstanceOf(Receipt.OtherUnderSameKey.class);
            assertThat(anew.getBean(FormTokens.class).read(mark)).isPresent();
        }
        assertThat(rows()).hasSize(1);
    }

    @Test
    void concurrentCorrectedRequestsCompleteTheIncompleteLeadOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        assertThat(receive(key, request().put("source", "RADIO"))).isInstanceOf(Receipt.Refused.class);
        assertThat(lead().background().incomplete()).isTrue();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Receipt> send = () -> receive(key, request());
            for (var receipt : threads.invokeAll(Collections.nCopies(AT_ONCE, send))) {
                accepted(receipt.get());
            }
        }
        assertThat(rows()).hasSize(1);
        assertThat(lead().background().incomplete()).isFalse();
    }

    @Test
    void aYesInARefusedFormIsKeptAndACorrectedFormMayRaiseTheLevel() {
        var key = UUID.randomUUID().toString();
        var wrong = request().put("source", "RADIO");
        wrong.putObject("safety").put("RF-INF-1", "yes");
        assertThat(receive(key, wrong)).isInstanceOf(Receipt.Refused.class);
        assertThat(review().level()).isEqualTo(FlagLevel.U);
        var corrected = request();
        corrected.putObject("safety").put("RF-INF-1", "no").put("RF-CES-1", "yes");
        accepted(receive(key, corrected));
        assertThat(lead().background().incomplete()).isFalse();
        assertThat(lead().status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(review().level()).isEqualTo(FlagLevel.E);
        assertThat(review().yes()).containsExactly("RF-CES-1", "RF-INF-1");
    }

    @Test
    void aResentFormWithoutItsYesIsStillAnsweredAsInClinicalReview() {
        var key = UUID.randomUUID().toString();
        var wrong = request().put("source", "RADIO");
        wrong.putObject("safety").put("RF-INF-1", "yes");
        assertThat(receive(key, wrong)).isInstanceOf(Receipt.Refused.class);
        var wrongAgain = request().put("source", "STILL WRONG");
        assertThat(receive(key, wrongAgain)).isInstanceOf(Receipt.Refused.class);
        var corrected = request();
        corrected.putObject("safety").put("RF-INF-1", "no");
        var first = accepted(receive(key, corrected));
        assertThat(lead().status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(first.mustNotWait()).as("no call is promised by a time").isTrue();
        var again = accepted(receive(key, corrected));
        assertThat(again.reference()).isEqualTo(first.reference());
        assertThat(again.mustNotWait()).isTrue();
    }

    @Test
    void aRepeatedRequestJoinsTheOpenLeadWithoutRevealingIt() {
        var first = accepted(receive(null, request().put("concern", "My back")));
        var before = lead();
        var again = accepted(receive(
                null,
                request().put("concern", "Still my back, and now the neck").put("since", "a week")));
        assertThat(again.reference()).isNotEqualTo(first.reference());
        assertThat(again.followUp()).isNotNull();
        assertThat(again.caller()).isEqualTo(first.caller());
        var lead = lead();
        assertThat(lead.background().reference()).isEqualTo(first.reference());
        assertThat(lead.draft().concern()).isEqualTo("My back");
        assertThat(lead.steps()).first().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(LeadActivity.Kind.ASKED_AGAIN);
            assertThat(step.detail())
                    .isEqualTo(again.reference()
                            + " · Still my back, and now the neck · Since: a week · Phone: +1 602-555-0163");
        });
        assertThat(Objects.requireNonNull(lead.followUp()).overdueAt())
                .as("not promised anew")
                .isEqualTo(Objects.requireNonNull(before.followUp()).overdueAt());
        assertThat(leadOf(again.reference())).isEqualTo(lead.id());
    }

    @Test
    void aCompleteFormFromANewPageCompletesItsIncompleteLead() {
        assertThat(receive(null, request().put("concern", "My back").put("service", "no-such-service")))
                .isInstanceOf(Receipt.Refused.class);
        var before = lead();
        assertThat(before.background().incomplete()).isTrue();
        var again = accepted(receive(
                null,
                request()
                        .put("concern", "My back and my neck")
                        .put("since", "a week")
                        .put("email", "fresh.page@example.org")));
        var lead = lead();
        assertThat(lead.id()).isEqualTo(before.id());
        assertThat(leadOf(again.reference())).isEqualTo(lead.id());
        assertThat(lead.background().incomplete()).isFalse();
        assertThat(lead.background().reference())
                .as("the only one that they were told")
                .isEqualTo(again.reference());
        assertThat(lead.draft().concern()).as("nothing is overwritten").isEqualTo("My back");
        assertThat(lead.background().since()).as("what was missing is there").isEqualTo("a week");
        assertThat(Objects.requireNonNull(lead.draft().email()).address()).isEqualTo("fresh.page@example.org");
        assertThat(lead.steps())
                .filteredOn(step -> step.kind() == LeadActivity.Kind.ASKED_AGAIN)
                .singleElement()
                .satisfies(step -> assertThat(step.detail()).contains("My back and my neck"));
        assertThat(Objects.requireNonNull(lead.followUp()).overdueAt())
                .as("promised no later")
                .isBeforeOrEqualTo(Objects.requireNonNull(before.followUp()).overdueAt());
    }

    @Test
    void aRefusedFormWithoutANameIsJoinedByItsPhoneNumber() {
        var phone = ownPhone();
        var nameless = request().put("name", "").put("phone", phone);
        assertThat(receive(null, nameless)).isInstanceOf(Receipt.Refused.class);
        assertThat(rows()).isEmpty();
        accepted(receive(null, request().put("phone", phone)));
        assertThat(lead().background().incomplete()).isFalse();
        assertThat(jdbc.sql("select count(*) from consultation_lead where phone = ?")
                        .param(Objects.requireNonNull(lead().draft().phone()).digits())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        name = "Other " + UUID.randomUUID();
        accepted(receive(null, request().put("phone", phone)));
        assertThat(rows()).as("another of the household").hasSize(1);
    }

    @Test
    void aFormWithoutANameIsCompletedOnlyByTheSameContactsOfTheSameDay() {
        var phone = ownPhone();
        var planted = "planted-" + UUID.randomUUID() + "@example.org";
        receive(null, request().put("name", "").put("phone", phone).put("email", planted));
        accepted(receive(null, request().put("phone", phone).put("concern", "My own words")));
        assertThat(lead().draft().email())
                .as("nobody is written to at an address that they did not give")
                .isNull();
        assertThat(lead().draft().concern()).isEqualTo("My own words");

        name = "Late " + UUID.randomUUID();
        var other = ownPhone();
        receive(null, request().put("name", "").put("phone", other).put("concern", "Typed before"));
        accepted(receive(null, request().put("phone", other).put("concern", "Typed after")));
        assertThat(lead().draft().concern())
                .as("the form with the name counts, and no word is lost")
                .startsWith("Typed after")
                .contains("Earlier form, without a name: Typed before");
    }

    @Test
    void aNewFormLiftsOnlyTheContactStopsOfItsOwnContacts() {
        var address = "stopped-" + UUID.randomUUID() + "@example.org";
        receive(null, request().put("email", address));
        var joined = lead();
        var asked = name;
        name = "Asks To Stop " + UUID.randomUUID();
        receive(null, request().put("email", address).put("phone", "+1 602 555-0165"));
        staff.doAs("manager", () -> leads.logCall(lead().id(), lead().version(), Call.of(CallOutcome.STOP_CONTACTING)));
        name = asked;
        receive(null, request().put("concern", "By phone only"));
        assertThat(lead().id()).isEqualTo(joined.id());
        assertThat(stoppedSince()).as("the address asked for nothing").isNotNull();
        receive(null, request().put("email", address));
        assertThat(lead().id()).isEqualTo(joined.id());
        assertThat(stoppedSince()).isNull();
    }

    @Test
    void anEmailMatchJoinsTheSamePersonButNotAHouseholdMember() {
        receive(null, request().put("email", "Shared@example.org"));
        receive(null, request().put("email", "shared@example.org").put("phone", "+1 602 555-0164"));
        assertThat(rows()).hasSize(1);
        var other = name;
        name = "Other " + UUID.randomUUID();
        receive(null, request());
        assertThat(rows()).hasSize(1);
        name = other;
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aNewRequestReactivatesANurtureLeadAndDoesNotJoinAClosedOne() {
        receive(null, request());
        var lead = lead();
        staff.doAs(
                "manager",
                () -> leads.nurture(lead.id(), lead.version(), clock.instant().plus(Duration.ofDays(14))));
        receive(null, request());
        assertThat(lead().status()).isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(Objects.requireNonNull(lead().followUp()).at())
                .isBefore(clock.instant().plus(Duration.ofDays(7)));
        staff.doAs("manager", () -> leads.lose(lead.id(), lead().version(), "Went to another clinic in town"));
        receive(null, request());
        assertThat(rows()).hasSize(1);
        assertThat(lead().id()).isNotEqualTo(lead.id());
    }

    @Test
    void aNewYesMovesTheOpenLeadToClinicalReviewAndKeepsEarlierYeses() {
        receive(null, request());
        var lead = lead();
        var fever = request();
        fever.putObject("safety").put("RF-INF-1", "yes");
        assertThat(accepted(receive(null, fever)).mustNotWait()).isTrue();
        assertThat(lead().id()).isEqualTo(lead.id());
        assertThat(lead().status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(review().level()).isEqualTo(FlagLevel.U);
        var numb = request();
        numb.putObject("safety").put("RF-CES-1", "yes").put("RF-INF-1", "no");
        receive(null, numb);
        assertThat(rows()).hasSize(1);
        assertThat(review().level()).isEqualTo(FlagLevel.E);
        assertThat(review().yes()).containsExactly("RF-CES-1", "RF-INF-1");
    }

    @Test
    void aBotRequestJoinsNoLead() {
        receive(null, request());
        staff.as("system", () -> intake.receive(RequestChannel.FORM, null, request(), Sender.MACHINE));
        assertThat(lead().steps()).extracting(LeadActivity::kind).doesNotContain(LeadActivity.Kind.ASKED_AGAIN);
    }

    private @Nullable Instant stoppedSince() {
        var lead = lead();
        return staff.as("manager", () -> calls.plan(lead)).stoppedSince();
    }

    private LeadId leadOf(String reference) {
        return new LeadId(jdbc.sql("select lead_id from submission where reference = ?")
                .param(reference)
                .query((row, n) -> Ids.uuid(row.getBytes("lead_id")))
                .single());
    }

    private LeadReview review() {
        return staff.as("chiropractor", () -> reviews.waiting(FlagFilter.ALL, null, 500)).stream()
                .filter(one -> one.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPendingSubmissionIsProcessedLaterAndOnce() {
        var id = Ids.next();
        jdbc.sql("""
                insert into submission (id, channel, reference, body, body_hash, from_bot, refused, received_at)
                values (?, 'JSON', ?, ?, ?, false, false, ?)""")
                .params(
                        Ids.bytes(id),
                        "WAIT-" + id.toString().substring(32).toUpperCase(),
                        request().toString(),
                        new byte[32],
                        Utc.of(clock.instant().minus(Duration.ofMinutes(2))))
                .update();
        staff.as("system", intake::sortWaiting);
        staff.as("system", intake::sortWaiting);
        assertThat(rows()).hasSize(1);
        assertThat(lead().background().reference()).startsWith("WAIT-");
    }

    @Test
    void theRawRequestIsStoredEvenWithUnstorableCharacters() {
        receive(null, request().put("concern", "half \ud83d\u0000 מרים 👩🏽‍⚕️"));
        assertThat(lead().draft().concern()).isEqualTo("half  מרים 👩🏽‍⚕️");
        assertThat(jdbc.sql("select body from submission where body like ?")
                        .param("%" + name + "%")
                        .query(String.class)
                        .single())
                .contains("half \\uD83D\\u0000 \\u05DE");
    }

    @Test
    void aRequestWithoutContactsIsStoredRawAndCreatesNoLead() {
        var nobody = JsonNodeFactory.instance.objectNode().put("name", name).put("consent", true);
        assertThat(receive(null, nobody)).isInstanceOf(Receipt.Refused.class);
        assertThat(rows()).isEmpty();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aRequestWithoutConsentIsNotStored() {
        assertThat(receive(null, request().put("consent", false))).isInstanceOf(Receipt.Refused.class);
        assertThat(rows()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void aBotRequestGetsANormalAnswerAndItsLeadIsMarkedAsSpam() {
        var receipt = accepted(
                staff.as("system", () -> intake.receive(RequestChannel.FORM, null, request(), Sender.MACHINE)));
        assertThat(receipt.followUp()).isNotNull();
        assertThat(rows()).isEmpty();
        assertThat(jdbc.sql("select status from consultation_lead where full_name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isEqualTo(LeadStatus.SPAM.name());
    }

    /** Another portal over the same store, as after a restart: what the first one remembers is not its own. */
    private ConfigurableApplicationContext startedAnew() throws SQLException {
        var store = dataSource.unwrap(HikariDataSource.class);
        var arguments = new ArrayList<>(List.of(
                "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "--plumbline.demo=false",
                "--plumbline.clock=",
                "--spring.datasource.url=" + store.getJdbcUrl(),
                "--spring.datasource.username=" + store.getUsername(),
                "--spring.datasource.password=" + store.getPassword()));
        for (var name :
                List.of("spring.flyway.user", "spring.flyway.password", "spring.flyway.placeholders.runtime-user")) {
            if (environment.containsProperty(name)) {
                arguments.add("--" + name + "=" + environment.getProperty(name));
            }
        }
        return new SpringApplicationBuilder(Plumbline.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .lazyInitialization(true)
                .run(arguments.toArray(String[]::new));
    }

    private static Receipt receive(ApplicationContext portal, String key, ObjectNode body) {
        return portal.getBean(Staff.class).as("system", () -> portal.getBean(PublicIntake.class)
                .receive(RequestChannel.JSON, key, body, Sender.PERSON));
    }

    /** That of no other test: who shares a phone number is taken for one person. */
    private static String ownPhone() {
        return "+1 480 557-" + PHONES.incrementAndGet();
    }

    private ObjectNode request() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", "+1 602 555-0163")
                .put("consent", true);
    }

    private Receipt receive(@Nullable String key, ObjectNode body) {
        return staff.as("system", () -> intake.receive(RequestChannel.JSON, key, body, Sender.PERSON));
    }

    private static Receipt.Accepted accepted(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return (Receipt.Accepted) receipt;
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

    private long kept() {
        return jdbc.sql("select count(*) from submission where body like ?")
                .param("%" + name + "%")
                .query(Long.class)
                .single();
    }
}
