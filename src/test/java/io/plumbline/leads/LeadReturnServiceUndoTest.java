package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.time.Duration;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Undoing the last action on a lead: everything that it changed returns. */
@StoreTest
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
