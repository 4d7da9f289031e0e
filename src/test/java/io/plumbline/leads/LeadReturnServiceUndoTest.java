package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.calling.CallNoteService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Undoing the last action on a lead: everything that it changed returns. */
@StoreTest
@OnMySql("the user of MySQL may update one column only of what a lead was before")
class LeadReturnServiceUndoTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final Set<String> WHO_AND_WHEN = Set.of("version", "changed_at", "changed_by", "undo_id");

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
    LeadConsultationService consultations;

    @Autowired
    CallNoteService notes;

    @Autowired
    ContactStopStore stops;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aClaimIsUndoneByItsHolderOnce() {
        var lead = lead("Claimed Undone");
        var before = row(lead);
        claim("westdesk", lead);
        assertThatThrownBy(() -> undo("manager", lead)).hasMessage("Only the person who did this can undo it");
        assertThatThrownBy(() -> undo("eastdesk", lead)).isInstanceOf(NotAvailable.class);
        clock.pass(Duration.ofMinutes(10));
        var seen = open(lead).version();
        staff.doAs("westdesk", () -> returns.undo(lead, seen));
        assertThat(row(lead)).isEqualTo(before);
        assertThat(activity(lead)).startsWith(LeadActivity.Kind.UNDONE, LeadActivity.Kind.CLAIMED);
        assertThat(audited("lead.claim-undone", lead)).isOne();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> returns.undo(lead, seen)))
                .as("a second click")
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> undo("westdesk", lead))
                .hasMessage("This lead has changed since, so it stays as it is now");
    }

    @Test
    void aClaimIsNotUndoneAfterTenMinutesOrAfterACall() {
        var late = lead("Claimed Late");
        claim("westdesk", late);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThatThrownBy(() -> undo("westdesk", late)).hasMessage("This can be undone for ten minutes; it is older");
        var called = lead("Claimed And Called");
        claim("westdesk", called);
        var claimed = open(called).version();
        staff.doAs("westdesk", () -> leads.logCall(called, claimed, CallOutcome.NO_ANSWER));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> returns.undo(called, claimed)))
                .isInstanceOf(StaleVersion.class);
        assertThat(open(called).status()).isEqualTo(LeadStatus.ATTEMPTING);
    }

    @ParameterizedTest
    @EnumSource(names = "MAIL_SENT", mode = EnumSource.Mode.EXCLUDE)
    void aCallIsUndoneWithAllThatItChanged(CallOutcome outcome) {
        var lead = lead("Called Undone");
        claim("westdesk", lead);
        staff.doAs("westdesk", () -> notes.keep(lead, 0, "Spoke with the sister"));
        var before = row(lead);
        clock.pass(Duration.ofMinutes(2));
        var call =
                switch (outcome) {
                    case CALL_LATER ->
                        new Call(outcome, "Spoke with the sister", Instant.parse("2026-11-25T18:00:00Z"));
                    case NOT_INTERESTED -> Call.notInterested("Spoke with the sister", "Lives too far away to come");
                    default -> new Call(outcome, "Spoke with the sister", null);
                };
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), call));
        assertThat(row(lead)).isNotEqualTo(before);
        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> undo("manager", lead)).hasMessage("Only the person who did this can undo it");
        var seen = open(lead).version();
        staff.doAs("westdesk", () -> returns.undo(lead, seen));
        assertThat(row(lead)).isEqualTo(before);
        assertThat(open(lead)
                        .isClaimedBy(staff.as("westdesk", CurrentUser::current).staff()))
                .as("still on the phone")
                .isTrue();
        assertThat(open(lead).countedAttempts()).isEmpty();
        assertThat(open(lead).attempts()).singleElement().matches(LeadDetails.Attempt::undone);
        assertThat(activity(lead)).first().isEqualTo(LeadActivity.Kind.UNDONE);
        assertThat(staff.as("westdesk", () -> notes.find(lead)).text()).isEqualTo("Spoke with the sister");
        assertThat(stops.since(open(lead).draft().phone(), null)).isEmpty();
        assertThat(audited("lead.call-undone", lead)).isOne();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> returns.undo(lead, seen)))
                .as("a second click")
                .isInstanceOf(StaleVersion.class);
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), CallOutcome.NO_ANSWER));
        assertThat(open(lead).status()).isEqualTo(LeadStatus.ATTEMPTING);
    }

    @Test
    void aCallIsNotUndoneOnceAColleagueActed() {
        var lead = lead("Called By Two");
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), CallOutcome.NO_ANSWER));
        var seen = open(lead).version();
        claim("manager", lead);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> returns.undo(lead, seen)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> undo("westdesk", lead)).hasMessage("Only the person who did this can undo it");
        staff.doAs("manager", () -> leads.release(lead, open(lead).version()));
        assertThatThrownBy(() -> undo("westdesk", lead))
                .hasMessage("This lead has changed since, so it stays as it is now");
        assertThat(open(lead).status()).isEqualTo(LeadStatus.ATTEMPTING);
    }

    @Test
    void aContactStopOfAnotherTimeRemains() {
        var phone = new PhoneNumber("+1602557" + NUMBERS.incrementAndGet());
        var other = received.lead("Stopped Before", phone, group.west);
        var lead = received.lead("Stopped Again", phone, group.west);
        staff.doAs("westdesk", () -> leads.logCall(other, open(other).version(), CallOutcome.STOP_CONTACTING));
        clock.pass(Duration.ofMinutes(1));
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), CallOutcome.STOP_CONTACTING));
        undo("westdesk", lead);
        assertThat(stops.since(phone, null)).isPresent();
        undo("westdesk", other);
        assertThat(stops.since(phone, null)).isEmpty();
    }

    @Test
    void mailsThatAContactStopWithdrewWaitAgain() {
        var email = new EmailAddress("undone" + NUMBERS.incrementAndGet() + "@example.org");
        var mail = Ids.next();
        jdbc.sql("""
                insert into outbox_mail (id, about, clinic_id, template, recipient, subject, body, state, attempts,
                    next_try_at, reason, written_at, written_by)
                values (?, ?, ?, 'test', ?, 's', 'b', 'WAITING', 2, ?, '', ?, ?)""")
                .params(
                        Ids.bytes(mail),
                        Ids.bytes(mail),
                        Ids.bytes(group.west.value()),
                        email.address(),
                        Utc.of(clock.instant().plusSeconds(600)),
                        Utc.of(clock.instant()),
                        Ids.bytes(mail))
                .update();
        var before = jdbc.sql("select state, attempts, next_try_at, reason from outbox_mail where id = ?")
                .param(Ids.bytes(mail))
                .query()
                .singleRow();
        var draft = new LeadDraft(
                "Mailed Undone", null, email, "", CallWindow.ANY_TIME, LeadSource.SIGN, group.west, clock.instant());
        var lead = staff.as("system", () -> leads.receive(draft, null));
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), CallOutcome.STOP_CONTACTING));
        assertThat(jdbc.sql("select state from outbox_mail where id = ?")
                        .param(Ids.bytes(mail))
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
        undo("westdesk", lead);
        assertThat(jdbc.sql("select state, attempts, next_try_at, reason from outbox_mail where id = ?")
                        .param(Ids.bytes(mail))
                        .query()
                        .singleRow())
                .isEqualTo(before);
        jdbc.sql("update outbox_mail set state = 'SENT' where id = ?")
                .param(Ids.bytes(mail))
                .update();
    }

    @Test
    void movingToNurtureMarkingAsLostAndReopeningAreUndone() {
        var lead = lead("Moved Undone");
        claim("westdesk", lead);
        var open = row(lead);
        staff.doAs(
                "westdesk",
                () -> leads.nurture(lead, open(lead).version(), clock.instant().plus(Duration.ofDays(14))));
        undo("westdesk", lead);
        assertThat(row(lead)).isEqualTo(open);
        staff.doAs("westdesk", () -> leads.lose(lead, open(lead).version(), "Moved away"));
        undo("westdesk", lead);
        assertThat(row(lead)).isEqualTo(open);
        staff.doAs("westdesk", () -> leads.lose(lead, open(lead).version(), "Moved away"));
        staff.doAs("westdesk", () -> returns.reopen(lead, open(lead).version(), "She called back this morning"));
        undo("westdesk", lead);
        assertThat(open(lead).status()).isEqualTo(LeadStatus.LOST);
        assertThat(open(lead).lostReason()).isEqualTo("Moved away");
        assertThat(audited("lead.move-undone", lead)).isEqualTo(2);
        assertThat(audited("lead.reopening-undone", lead)).isOne();
    }

    @Test
    void theConsultationOfALostLeadReturnsUnlessItsTimeIsTaken() {
        var lead = lead("Lost With Consultation");
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), CallOutcome.REACHED));
        var day = LocalDate.of(2026, 12, 29);
        var visit = new Conversion.FirstVisit(group.west, group.therapist, day, LocalTime.of(20, 40));
        var booked =
                staff.as("westdesk", () -> consultations.book(lead, open(lead).version(), visit));
        claim("westdesk", lead);
        var before = row(lead);
        staff.doAs("westdesk", () -> leads.lose(lead, open(lead).version(), "Booked by mistake"));
        undo("westdesk", lead);
        assertThat(row(lead)).isEqualTo(before);
        assertThat(slots(booked)).isPositive();
        staff.doAs("westdesk", () -> leads.lose(lead, open(lead).version(), "Moved away"));
        var patient = group.patient("Takes", "The Time", group.west);
        group.book(group.therapist, patient, group.west, day, LocalTime.of(20, 40));
        assertThatThrownBy(() -> undo("westdesk", lead))
                .hasMessage("A colleague took that time in the meantime. Choose another one");
        assertThat(open(lead).status()).isEqualTo(LeadStatus.LOST);
        assertThat(slots(booked)).isZero();
    }

    private long slots(AppointmentId visit) {
        return jdbc.sql("select count(*) from booked_slot where appointment_id = ?")
                .param(Ids.bytes(visit.value()))
                .query(Long.class)
                .single();
    }

    private LeadId lead(String name) {
        var lead = received.lead(name, new PhoneNumber("+1602557" + NUMBERS.incrementAndGet()), group.west);
        open(lead);
        clock.pass(Duration.ofSeconds(1));
        return lead;
    }

    private void claim(String who, LeadId lead) {
        staff.doAs(who, () -> leads.claim(lead, open(lead).version()));
    }

    private void undo(String who, LeadId lead) {
        staff.doAs(who, () -> returns.undo(lead, open(lead).version()));
    }

    private LeadDetails open(LeadId lead) {
        return staff.as("manager", () -> leads.reload(lead)).orElseThrow();
    }

    private List<LeadActivity.Kind> activity(LeadId lead) {
        return open(lead).steps().stream().map(LeadActivity::kind).toList();
    }

    /** All that the store has of a lead, except who changed it last. */
    private Map<String, String> row(LeadId lead) {
        return jdbc
                .sql("select * from consultation_lead where id = ?")
                .param(Ids.bytes(lead.value()))
                .query()
                .singleRow()
                .entrySet()
                .stream()
                .filter(column -> !WHO_AND_WHEN.contains(column.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> column.getValue() instanceof byte[] bytes
                                ? Arrays.toString(bytes)
                                : String.valueOf(column.getValue()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private long audited(String kind, LeadId lead) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(lead.value()))
                .query(Long.class)
                .single();
    }
}
