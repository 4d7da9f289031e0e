package io.plumbline.leads.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadActivity;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallNoteService;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.report.LeadReport;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.leads.report.LeadReportService;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.Receipt;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When the people of leads are erased, what is erased, and what stays. */
@StoreTest
@OnMySql("the rights of MySQL's user must reach each table from which a person is erased")
class LeadErasureServiceTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(2000);
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2025-11-03T17:00:00Z");
    private static final int ALL = 500;

    @Autowired
    MovableClock clock;

    @Autowired
    TestGroup group;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    LeadReturnService returns;

    @Autowired
    LeadReportService reports;

    @Autowired
    CallService calls;

    @Autowired
    CallNoteService notes;

    @Autowired
    PublicIntake intake;

    @Autowired
    OutboxService outbox;

    @Autowired
    LeadErasureService erasure;

    @Autowired
    JobHoldService holds;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void longAgo() {
        assertThat(group.west).isNotNull();
        clock.set(LONG_AGO);
    }

    @Test
    void nothingThatIdentifiesThePersonIsLeftInAnyTable() {
        var mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        var phone = phone();
        var request = request("Karla " + mark, phone)
                .put("email", mark + "@example.org")
                .put("concern", "Concern " + mark)
                .put("since", "Since " + mark)
                .put("practitioner", "Somebody " + mark);
        request.putObject("safety").put("RF-INF-1", "no");
        var lead = submit(request);
        submit(request.put("concern", "Repeated " + mark));
        change(lead, now -> leads.logCall(lead, now.version(), new Call(CallOutcome.REACHED, "Note " + mark, null)));
        staff.as("manager", () -> notes.keep(lead, notes.find(lead).version(), "Typed " + mark));
        staff.as(
                "manager",
                () -> outbox.write(new OutgoingMail(
                        lead.value(),
                        group.west,
                        new EmailAddress(mark + "@example.org"),
                        "ASK_WHEN",
                        mark,
                        "Dear " + mark)));
        change(lead, now -> leads.lose(lead, now.version(), "Left for another clinic " + mark));
        change(lead, now -> returns.reopen(lead, now.version(), "Back and wants a visit " + mark));
        change(lead, now -> leads.lose(lead, now.version(), "Gone to another town " + mark));
        var before = tablesWith(mark);
        assertThat(before)
                .contains(
                        "consultation_lead.full_name",
                        "lead_token.token",
                        "call_attempt.note",
                        "lead_call_note.note",
                        "lead_step.detail",
                        "lead_before.lost_reason",
                        "submission.body",
                        "outbox_mail.body");
        assertThat(tablesWith(phone.digits())).isNotEmpty();

        clock.set(NOW);
        eraseLeads();
        assertThat(tablesWith(mark)).isEmpty();
        assertThat(tablesWith(phone.digits())).isEmpty();
        assertThat(count("select count(*) from lead_safety_answer where lead_id = ?", lead))
                .isZero();
        assertThat(count(
                        "select count(*) from submission_key k join submission s on s.id = k.submission_id"
                                + " where s.lead_id = ?",
                        lead))
                .isZero();
        assertThat(count("select count(*) from audit_event where kind = 'lead.erased' and subject = ?", lead))
                .isEqualTo(1);
        var left = open(lead);
        assertThat(left.erasedAt()).isEqualTo(NOW);
        assertThat(left.status()).isEqualTo(LeadStatus.LOST);
        assertThat(left.attempts()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(CallOutcome.REACHED);
            assertThat(call.note()).isEmpty();
        });
        assertThat(left.steps()).extracting(LeadActivity::kind).contains(LeadActivity.Kind.REOPENED);
    }

    @Test
    void theReportCountsAnErasedLeadAsBefore() {
        clock.set(Instant.parse("2025-09-09T17:00:00Z"));
        var told = received.lead("Told Reason", phone(), group.west);
        var own = received.lead("Own Reason", phone(), group.west);
        change(told, now -> leads.lose(told, now.version(), "His wife Ana says no"));
        change(own, now -> leads.logCall(own, now.version(), Call.of(CallOutcome.STOP_CONTACTING)));
        clock.set(NOW);
        var before = report();
        assertThat(before.all().received()).isEqualTo(2);
        eraseLeads();
        var after = report();
        assertThat(after.all()).isEqualTo(before.all());
        assertThat(after.lostReasons())
                .extracting(LeadReport.LostReason::reason)
                .containsExactlyInAnyOrder("Erased", "Stop contacting");
    }

    private LeadReport report() {
        var day = LocalDate.parse("2025-09-09");
        return staff.as(
                "manager",
                () -> reports.report(
                        new LeadFilter(null, null, null, group.west, null, day, day, null, ""), LeadReportBy.SOURCE));
    }

    @Test
    void aContactStopOutlivesTheLeadAsAHash() {
        var phone = phone();
        var lead = received.lead("Stop Me", phone, group.west);
        change(lead, now -> leads.logCall(lead, now.version(), Call.of(CallOutcome.STOP_CONTACTING)));
        clock.set(NOW);
        eraseLeads();
        assertThat(open(lead).erasedAt()).isNotNull();
        var typed = staff.as("manager", () -> leads.receive(received.draft("Stop Me", phone, group.west), null));
        assertThat(staff.as("manager", () -> calls.plan(open(typed))).stoppedSince())
                .isEqualTo(LONG_AGO.plusSeconds(1));
        assertThatThrownBy(() -> change(typed, now -> leads.claim(typed, now.version())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("asked not to be contacted");
    }

    @Test
    void aLeadThatSomebodyTouchedWithinTwelveMonthsStays() {
        var lead = received.lead("Touched Later", phone(), group.west);
        change(lead, now -> leads.lose(lead, now.version(), "Lives too far away to come"));
        clock.set(NOW.minus(Duration.ofDays(360)));
        change(lead, now -> returns.reopen(lead, now.version(), "Called us again this morning"));
        change(lead, now -> leads.lose(lead, now.version(), "Lives too far away to come"));
        clock.set(NOW);
        eraseLeads();
        assertThat(open(lead).erasedAt()).isNull();
        assertThat(open(lead).draft().fullName()).isEqualTo("Touched Later");
        clock.pass(Duration.ofDays(6));
        eraseLeads();
        assertThat(open(lead).erasedAt()).isNotNull();
    }

    @Test
    void anOpenLeadThatNobodyTouchedIsClosedAndErasedButNotOneThatIsDueLater() {
        var overdue = received.lead("Never Called", phone(), group.west);
        var resting = received.lead("Resting", phone(), group.west);
        change(resting, now -> leads.nurture(resting, now.version(), NOW.plus(Duration.ofDays(3))));
        clock.set(NOW);
        eraseLeads();
        var erased = open(overdue);
        assertThat(erased.erasedAt()).isNotNull();
        assertThat(erased.status()).isEqualTo(LeadStatus.LOST);
        assertThat(erased.lostReason()).isEqualTo("No contact");
        assertThat(erased.followUp()).isNull();
        assertThat(open(resting).erasedAt()).isNull();
        assertThat(open(resting).status()).isEqualTo(LeadStatus.NURTURE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSULTATION_BOOKED", "CLINICAL_REVIEW", "CONVERTED", "MERGED"})
    void whatIsBookedInReviewConvertedOrReadUnderAnotherStays(LeadStatus status) {
        var lead = received.lead("Kept " + status, phone(), group.west);
        setStatus(lead, status);
        clock.set(NOW);
        eraseLeads();
        assertThat(nameOf(lead)).isEqualTo("Kept " + status);
        setStatus(lead, LeadStatus.NEW);
        eraseLeads();
        assertThat(nameOf(lead)).as("nothing but the status kept it").isEqualTo("Erased lead");
    }

    @Test
    void aLeadWhosePersonSubmittedAnOnlineIntakeStays() {
        var lead = received.lead("Submitted", phone(), group.west);
        change(lead, now -> leads.lose(lead, now.version(), "Lives too far away to come"));
        jdbc.sql("""
                insert into online_intake (id, version, clinic_id, state, token_hash, language, by_mail, wrong_answers,
                    created_at, created_by, expires_at, submitted_at, withdrawn_why, lead_id)
                values (?, 0, ?, 'SUBMITTED', ?, 'en', false, 0, ?, ?, ?, ?, '', ?)""")
                .params(
                        Ids.bytes(UUID.randomUUID()),
                        Ids.bytes(group.west.value()),
                        UUID.randomUUID().toString(),
                        "2025-11-03 17:00:00",
                        Ids.bytes(UUID.randomUUID()),
                        "2025-11-17 17:00:00",
                        "2025-11-04 17:00:00",
                        Ids.bytes(lead.value()))
                .update();
        clock.set(NOW);
        eraseLeads();
        assertThat(nameOf(lead)).isEqualTo("Submitted");
    }

    @Test
    void mergedLeadsAreErasedWithTheOneUnderWhichTheyAreRead() {
        var phone = phone();
        var kept = received.lead("Anand Mehta", phone, group.west);
        var merged = received.lead("A. Mehta", phone, group.west);
        change(merged, now -> returns.merge(merged, now.version(), kept));
        clock.set(NOW.minus(Duration.ofDays(20)));
        change(kept, now -> leads.lose(kept, now.version(), "Lives too far away to come"));
        clock.set(NOW);
        eraseLeads();
        assertThat(nameOf(merged)).as("the other is not due").isEqualTo("A. Mehta");
        clock.pass(Duration.ofDays(365));
        eraseLeads();
        assertThat(nameOf(kept)).isEqualTo("Erased lead");
        assertThat(nameOf(merged)).isEqualTo("Erased lead");
        assertThatThrownBy(() -> change(merged, now -> returns.unmerge(merged, now.version())))
                .isInstanceOf(Refused.class)
                .hasMessage("The person of this lead was erased. Enter them as a new lead");
    }

    @Test
    void anErasedLeadIsNeitherReopenedNorCalled() {
        var lead = received.lead("Comes Back", phone(), group.west);
        change(lead, now -> leads.lose(lead, now.version(), "Lives too far away to come"));
        clock.set(NOW);
        eraseLeads();
        assertThatThrownBy(
                        () -> change(lead, now -> returns.reopen(lead, now.version(), "Called us again this morning")))
                .isInstanceOf(Refused.class)
                .hasMessage("The person of this lead was erased. Enter them as a new lead");
        assertThatThrownBy(
                        () -> change(lead, now -> leads.logCall(lead, now.version(), Call.of(CallOutcome.NO_ANSWER))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void spamIsErasedAfterAMonth() {
        clock.set(NOW.minus(Duration.ofDays(29)));
        var request = request("Spam Bot", phone());
        staff.as("system", () -> intake.receive(RequestChannel.FORM, null, request, Sender.MACHINE));
        var spam = leadNamed("Spam Bot");
        clock.set(NOW);
        eraseLeads();
        assertThat(nameOf(spam)).isEqualTo("Spam Bot");
        clock.pass(Duration.ofDays(3));
        eraseLeads();
        assertThat(nameOf(spam)).isEqualTo("Erased lead");
    }

    @Test
    void aRequestIsErasedAfterAMonthButNotWhileItsWordsAreReadOnlyThere() {
        clock.set(NOW.minus(Duration.ofDays(40)));
        var request = request("Asks " + UUID.randomUUID(), phone());
        var lead = submit(request);
        clock.pass(Duration.ofHours(1));
        submit(request.put("concern", "Now the neck too"));
        clock.set(NOW);
        eraseRequests();
        assertThat(bodies(lead)).containsOnlyOnce("{}").hasSize(2);
        assertThat(open(lead).draft().fullName()).startsWith("Asks ");
        assertThat(open(lead).steps())
                .anySatisfy(step -> assertThat(step.detail()).contains("Now the neck too"));

        change(lead, now -> leads.lose(lead, now.version(), "Lives too far away to come"));
        eraseRequests();
        assertThat(bodies(lead)).containsOnly("{}").hasSize(2);
        assertThat(open(lead).steps())
                .filteredOn(step -> step.kind() == LeadActivity.Kind.ASKED_AGAIN)
                .singleElement()
                .satisfies(step -> assertThat(step.detail()).matches("\\w{4}-\\w{4}"));
    }

    @Test
    void aRequestOfThisMonthStaysAndAnErasedKeyMayBeUsedAgain() {
        clock.set(NOW.minus(Duration.ofDays(20)));
        var key = UUID.randomUUID().toString();
        var request = request("Asks " + UUID.randomUUID(), phone());
        var lead = submit(key, request);
        clock.set(NOW);
        eraseRequests();
        assertThat(bodies(lead)).noneMatch("{}"::equals);
        assertThat(submit(key, request)).as("the same request").isEqualTo(lead);
        clock.pass(Duration.ofDays(20));
        eraseRequests();
        assertThat(bodies(lead)).containsOnly("{}");
        assertThat(staff.as("system", () -> intake.receive(RequestChannel.JSON, key, request, Sender.PERSON)))
                .isInstanceOf(Receipt.Accepted.class);
    }

    @Test
    void aRoundIsBounded() {
        for (var n = 0; n < 3; n++) {
            var lead = received.lead("One Of Many", phone(), group.west);
            change(lead, now -> leads.lose(lead, now.version(), "Lives too far away to come"));
        }
        clock.set(NOW);
        assertThat(staff.as("system", () -> erasure.eraseLeads(2))).isEqualTo(2);
        assertThat(staff.as("system", () -> erasure.eraseLeads(ALL))).isPositive();
        assertThat(staff.as("system", () -> erasure.eraseLeads(ALL))).isZero();
    }

    /** All that are due: other tests leave leads in this store too, more than one round erases. */
    private void eraseLeads() {
        int erased;
        do {
            erased = staff.as("system", () -> erasure.eraseLeads(ALL));
        } while (erased > 0 || isReleased());
    }

    /** So few leads are in the store of the tests that those which are due are more than a tenth. */
    private boolean isReleased() {
        var open = staff.as("admin", holds::open);
        open.forEach(hold -> staff.doAs("admin", () -> holds.release(hold.id(), "The leads of a test")));
        return !open.isEmpty();
    }

    private void eraseRequests() {
        do {
            staff.as("system", () -> erasure.eraseRequests(ALL));
        } while (isReleased());
    }

    private void setStatus(LeadId lead, LeadStatus status) {
        jdbc.sql("update consultation_lead set status = ? where id = ?")
                .params(status.name(), Ids.bytes(lead.value()))
                .update();
    }

    private void change(LeadId lead, Consumer<LeadDetails> action) {
        clock.pass(Duration.ofSeconds(1));
        staff.doAs("manager", () -> action.accept(open(lead)));
    }

    private LeadDetails open(LeadId lead) {
        return staff.as("manager", () -> leads.reload(lead)).orElseThrow();
    }

    private static ObjectNode request(String name, PhoneNumber phone) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", phone.digits())
                .put("consent", true);
    }

    private LeadId submit(ObjectNode request) {
        return submit(UUID.randomUUID().toString(), request);
    }

    private LeadId submit(String key, ObjectNode request) {
        var receipt = staff.as("system", () -> intake.receive(RequestChannel.JSON, key, request, Sender.PERSON));
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return new LeadId(Ids.uuid(jdbc.sql("select lead_id from submission where reference = ?")
                .param(((Receipt.Accepted) receipt).reference())
                .query(byte[].class)
                .single()));
    }

    private LeadId leadNamed(String name) {
        return new LeadId(Ids.uuid(jdbc.sql("select id from consultation_lead where full_name = ?")
                .param(name)
                .query(byte[].class)
                .single()));
    }

    private String nameOf(LeadId lead) {
        return jdbc.sql("select full_name from consultation_lead where id = ?")
                .param(Ids.bytes(lead.value()))
                .query(String.class)
                .single();
    }

    private List<String> bodies(LeadId lead) {
        return jdbc.sql("select body from submission where lead_id = ?")
                .param(Ids.bytes(lead.value()))
                .query(String.class)
                .list();
    }

    private long count(String sql, LeadId lead) {
        return jdbc.sql(sql).param(Ids.bytes(lead.value())).query(Long.class).single();
    }

    /** Returns all text columns of the store in which these words stand. */
    private List<String> tablesWith(String words) {
        record TextColumn(String table, String column) {}
        return jdbc.sql("""
                        select c.table_name as t, c.column_name as n from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where t.table_type = 'BASE TABLE' and lower(c.table_schema) = lower(schema())
                            and lower(c.data_type) in ('varchar', 'character varying', 'longtext', 'text',
                                'character large object', 'json')""").query((row, n) -> new TextColumn(row.getString("t"), row.getString("n"))).list().stream()
                .filter(column ->
                        jdbc.sql("select count(*) from " + column.table() + " where " + column.column() + " like ?")
                                        .param("%" + words + "%")
                                        .query(Long.class)
                                        .single()
                                > 0)
                .map(column -> (column.table() + "." + column.column()).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+1602557" + NUMBERS.incrementAndGet());
    }
}
