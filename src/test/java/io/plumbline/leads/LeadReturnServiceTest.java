package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.duplicates.DuplicateCandidate;
import io.plumbline.leads.duplicates.DuplicateCandidateService;
import io.plumbline.leads.duplicates.DuplicateFilter;
import io.plumbline.leads.duplicates.DuplicateSearchService;
import io.plumbline.leads.duplicates.LeadMatch;
import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DuplicateSearches;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads of one person, merged and un-merged, and leads that come back. */
@StoreTest
class LeadReturnServiceTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

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
    LeadMatchService matches;

    @Autowired
    DuplicateCandidateService duplicates;

    @Autowired
    DuplicateSearchService search;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "REACHED"})
    void anUnmergedLeadReadsAsBeforeTheMerge(CallOutcome outcome) {
        var phone = phone();
        var kept = lead("Anand Mehta", phone, group.west);
        var other = lead("A. Mehta", phone, group.west);
        call(other, outcome);
        call(kept, CallOutcome.VOICEMAIL);
        var keptBefore = open(kept);
        var otherBefore = open(other);

        merge(other, kept);
        var together = open(kept);
        assertThat(together.aliases()).singleElement().satisfies(alias -> {
            assertThat(alias.cameAs()).isEqualTo("A. Mehta");
            assertThat(alias.draft()).isEqualTo(otherBefore.draft());
            assertThat(alias.attempts()).isEqualTo(otherBefore.attempts());
            assertThat(alias.mergedBy()).isEqualTo("manager");
        });
        assertThat(together.attempts()).isEqualTo(keptBefore.attempts());
        var merged = open(other);
        assertThat(merged.status()).isEqualTo(LeadStatus.MERGED);
        assertThat(merged.followUp()).isNull();
        assertThat(merged.readUnder()).isEqualTo(new LeadAlias.Kept(kept, "Anand Mehta"));

        clock.pass(Duration.ofSeconds(1));
        staff.doAs("manager", () -> returns.unmerge(other, merged.version()));
        assertThat(open(kept).steps())
                .first()
                .extracting(LeadActivity::kind)
                .as("it left a trace here too")
                .isEqualTo(LeadActivity.Kind.OTHER_LEFT);
        assertThat(open(kept))
                .usingRecursiveComparison()
                .ignoringFields("steps")
                .isEqualTo(keptBefore);
        var after = open(other);
        assertThat(after.followUp()).isNotNull();
        assertThat(after.steps())
                .extracting(LeadActivity::kind)
                .startsWith(LeadActivity.Kind.UNMERGED, LeadActivity.Kind.MERGED);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("version", "followUp", "steps", "changedBy")
                .isEqualTo(otherBefore);
        assertThat(after.steps()).endsWith(otherBefore.steps().toArray(LeadActivity[]::new));
    }

    @Test
    void whatLooksLikeSpamIsCalledUntilSomebodyPutsItAsideAndCanComeBack() {
        var lead = lead("Easy money http://example.org/x", null, group.west);
        assertThat(open(lead).status()).as("hidden from nobody").isEqualTo(LeadStatus.NEW);
        staff.doAs("westdesk", () -> returns.markAsSpam(lead, open(lead).version()));
        assertThat(open(lead).status()).isEqualTo(LeadStatus.SPAM);
        staff.doAs("westdesk", () -> returns.reopen(lead, open(lead).version(), "She called back this morning"));
        assertThat(open(lead).status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void aMergedLeadCannotBeCalledOrReopened() {
        var kept = lead("Rania Haddad", null, group.west);
        var other = lead("Rania Haddad", null, group.west);
        call(other, CallOutcome.NO_ANSWER);
        merge(other, kept);
        for (var outcome : List.of(CallOutcome.NO_ANSWER, CallOutcome.REACHED, CallOutcome.VOICEMAIL)) {
            assertThatThrownBy(() -> call(other, outcome)).hasMessageContaining("merged into another");
        }
        assertThatThrownBy(() -> staff.doAs(
                        "manager", () -> returns.reopen(other, open(other).version(), "She called back this morning")))
                .isInstanceOf(Refused.class);
        assertThat(open(other).status()).isEqualTo(LeadStatus.MERGED);
    }

    @Test
    void anUnmergedLeadCanBeMergedAgainAndBothMergesAreRecorded() {
        var kept = lead("Lea Brandt", null, group.west);
        var other = lead("Lea Brandt", null, group.west);
        merge(other, kept);
        staff.doAs("manager", () -> returns.unmerge(other, open(other).version()));
        merge(other, kept);
        assertThat(open(kept).aliases()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from lead_alias where lead_id = ?")
                        .param(Ids.bytes(other.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void chainsAndCyclesOfMergesAreRefused() {
        var first = lead("First Person", null, group.west);
        var second = lead("Second Person", null, group.west);
        var third = lead("Third Person", null, group.west);
        merge(first, second);
        assertThatThrownBy(() -> merge(second, third)).hasMessageContaining("Merge the other way around");
        assertThatThrownBy(() -> merge(second, first)).hasMessageContaining("Merge into an open lead");
        assertThatThrownBy(() -> merge(third, first)).hasMessageContaining("Merge into an open lead");
        assertThatThrownBy(() -> merge(third, third)).hasMessageContaining("cannot be merged into itself");
        merge(third, second);
        assertThat(open(second).aliases()).extracting(LeadAlias::id).containsExactly(first, third);
    }

    @Test
    void losingTheKeptLeadLeavesTheMergedLeadUnchanged() {
        var kept = lead("Sara Lind", null, group.west);
        var other = lead("Sara Lind", null, group.west);
        merge(other, kept);
        staff.doAs("manager", () -> leads.lose(kept, open(kept).version(), "Moved away"));
        assertThat(open(other).status()).isEqualTo(LeadStatus.MERGED);
        staff.doAs("manager", () -> returns.unmerge(other, open(other).version()));
        assertThat(open(other).status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void mergingNeedsAccessToBothQueuesAndTheCurrentVersion() {
        var west = lead("Malik Farah", null, group.west);
        var east = lead("Malik Farah", null, group.east);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> returns.merge(west, 0, east)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> returns.merge(west, 0, east)))
                .isInstanceOf(NotAvailable.class);
        call(west, CallOutcome.NO_ANSWER);
        assertThatThrownBy(() -> staff.doAs("manager", () -> returns.merge(west, 0, east)))
                .isInstanceOf(StaleVersion.class);
        merge(west, east);
    }

    @Test
    void matchesAreShownOnlyFromTheUsersQueues() {
        var phone = phone();
        var name = "Hana Sato" + phone.digits().substring(5);
        var lead = lead(name, phone, group.west);
        var west = lead("Other Person", phone, group.west);
        var east = lead(name, phone, group.east);
        assertThat(like("westdesk", lead)).extracting(LeadMatch::id).containsExactly(west);
        assertThat(like("westdesk", lead)).extracting(LeadMatch::mayBeMerged).containsExactly(false);
        assertThat(like("manager", lead)).extracting(LeadMatch::id).containsExactly(east, west);
        merge(east, lead);
        assertThat(like("manager", lead)).extracting(LeadMatch::id).containsExactly(west);
    }

    @Test
    void managersResolveDuplicateCandidatesAcrossClinics() {
        var phone = phone();
        var west = lead("Carl Berg", phone, group.west);
        lead("Nobody Else", phone, group.east);
        var east = lead("Karl Berg", phone, group.east);
        assertThat(duplicates()).singleElement().satisfies(pair -> {
            assertThat(earlier(pair)).isEqualTo(west);
            assertThat(pair.later().id()).isEqualTo(east);
            assertThat(pair.reasons()).isEqualTo("same phone, name sounds alike");
            staff.doAs("manager", () -> duplicates.dismiss(pair.id()));
            assertThatThrownBy(() -> staff.doAs("manager", () -> duplicates.dismiss(pair.id())))
                    .isInstanceOf(NotAvailable.class);
        });
        assertThat(duplicates()).isEmpty();
        staff.doAs(
                "eastdesk",
                () -> leads.correct(east, open(east).version(), received.draft("Carl Berg", phone, group.east)));
        assertThat(duplicates()).isEmpty();
        assertThat(like("manager", west)).extracting(LeadMatch::id).doesNotContain(east);

        var again = lead("Carl Berg", phone, group.east);
        assertThat(duplicates())
                .singleElement()
                .satisfies(pair -> assertThat(pair.later().id()).isEqualTo(again));
        merge(again, west);
        assertThat(duplicates()).isEmpty();
    }

    private List<DuplicateCandidate> duplicates() {
        return asked("manager", DuplicateFilter.OPEN).stream()
                .filter(pair ->
                        pair.earlier() instanceof DuplicateCandidate.Side lead && "Carl Berg".equals(lead.fullName()))
                .toList();
    }

    private List<DuplicateCandidate> asked(String who, DuplicateFilter filter) {
        look();
        return staff.as(who, () -> duplicates.list(filter, null, 1000));
    }

    private void look() {
        DuplicateSearches.look(staff, search, jdbc);
    }

    private static LeadId earlier(DuplicateCandidate pair) {
        return ((DuplicateCandidate.Side) pair.earlier()).id();
    }

    @Test
    void aReopenedLeadStartsANewResponseTarget() {
        var lead = lead("Denis Moreau", null, group.west);
        jdbc.sql(
                        "update consultation_lead set received_at = '2026-01-05 09:00:00', escalated_at = received_at where id = ?")
                .param(Ids.bytes(lead.value()))
                .update();
        staff.doAs("westdesk", () -> leads.lose(lead, open(lead).version(), "No time"));
        var before = clock.instant();
        staff.doAs("westdesk", () -> returns.reopen(lead, open(lead).version(), "She called back this morning"));
        assertThat(jdbc.sql("""
                        select count(*) from consultation_lead
                        where id = ? and escalates_at is not null and unopened_since is not null""")
                        .param(Ids.bytes(lead.value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var now = open(lead);
        assertThat(now.status()).isEqualTo(LeadStatus.NEW);
        assertThat(now.lostReason()).isNull();
        assertThat(now.followUp().overdueAt()).isAfter(before);
        assertThat(now.steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(LeadActivity.Kind.REOPENED);
            assertThat(step.detail()).isEqualTo("She called back this morning");
        });
        staff.doAs(
                "westdesk",
                () -> leads.correct(lead, now.version(), received.draft("Denis Moreau", phone(), group.west)));
        assertThat(open(lead).followUp().overdueAt()).isAfter(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "x", "...!!??"})
    void reopeningNeedsAMeaningfulReason(String reason) {
        var lead = lead("Petra Weiss", null, group.west);
        staff.doAs("westdesk", () -> leads.lose(lead, 0, "No time"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> staff.doAs(
                        "westdesk", () -> returns.reopen(lead, open(lead).version(), reason)));
        assertThat(open(lead).status()).isEqualTo(LeadStatus.LOST);
    }

    @Test
    void aLeadWithAContactStopCannotBeReopened() {
        var lead = lead("Tobias Okafor", phone(), group.west);
        call(lead, CallOutcome.STOP_CONTACTING);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> returns.reopen(lead, open(lead).version(), "She called back this morning")))
                .isInstanceOf(Refused.class);
    }

    private Iterable<LeadMatch> like(String who, LeadId lead) {
        return staff.as(who, () -> matches.leads(leads.open(lead).orElseThrow()));
    }

    /** A second later, as each step of the history of a lead. */
    private void merge(LeadId lead, LeadId kept) {
        clock.pass(Duration.ofSeconds(1));
        staff.doAs("manager", () -> returns.merge(lead, open(lead).version(), kept));
    }

    private void call(LeadId lead, CallOutcome outcome) {
        staff.doAs("manager", () -> leads.logCall(lead, open(lead).version(), outcome));
    }

    private LeadDetails open(LeadId lead) {
        return staff.as("manager", () -> leads.open(lead)).orElseThrow();
    }

    private LeadId lead(String name, @Nullable PhoneNumber phone, ClinicId clinic) {
        clock.pass(Duration.ofSeconds(1));
        var id = received.lead(name, phone == null ? phone() : phone, clinic);
        open(id);
        return id;
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+1602556" + NUMBERS.incrementAndGet());
    }
}
