package io.plumbline.leads.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadFollowUpService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import io.plumbline.support.TestLeads;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of the leads to call: in what order, by which clock, by one person at a time. */
@StoreTest
@Tag("core")
@OnMySql("a claim is decided by a row lock, and the queue names its indexes to MySQL")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallQueueServiceTest {
    /** Tuesday, ten in the morning at the clinic. */
    private static final Instant TEN = Instant.parse("2026-11-24T17:00:00Z");

    private static final CallWindow MORNINGS = new CallWindow(Set.of(), Set.of(DayPart.MORNING));
    private static final CallWindow AFTERNOONS = new CallWindow(Set.of(), Set.of(DayPart.AFTERNOON));

    @Autowired
    TestGroup group;

    @Autowired
    ClinicService clinics;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadFollowUpService leadClock;

    @Autowired
    EscalationService escalations;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private int desks;
    private String desk = "";
    private ClinicId clinic = ClinicId.next();

    @BeforeAll
    void people() {
        assertThat(group.west).isNotNull();
    }

    /** Each test has a clinic of its own, open from eight to six. */
    @BeforeEach
    void startOver() {
        clock.reset();
        desk = "desk" + desks++;
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
                .toList();
        clinic = staff.as(
                "system",
                () -> clinics.create(
                        ClinicDrafts.of(desk, desk, ZoneId.of("America/Phoenix"), "US", "911", 15, hours, List.of())));
        group.account(desk, Role.FRONT_DESK, clinic);
    }

    @Test
    void overdueLeadsComeFirstThenCallableOnesByWindowEndThenLaterOnes() {
        var later = received("From two", AFTERNOONS);
        clock.set(TEN.minus(Duration.ofHours(1)));
        var oldest = received("Since a quarter past nine", CallWindow.ANY_TIME);
        clock.pass(Duration.ofMinutes(5));
        var old = received("Since twenty past nine", CallWindow.ANY_TIME);
        clock.set(TEN.minus(Duration.ofMinutes(10)));
        var allDay = received("Until six", CallWindow.ANY_TIME);
        clock.set(TEN.minus(Duration.ofMinutes(2)));
        var morning = received("Until eleven", MORNINGS);
        clock.set(TEN);
        assertThat(queue()).extracting(LeadRow::id).containsExactly(oldest, old, morning, allDay, later);
        assertThat(queue())
                .extracting(LeadRow::urgency)
                .containsExactly(Urgency.OVERDUE, Urgency.OVERDUE, Urgency.CALLABLE, Urgency.CALLABLE, Urgency.LATER);
        assertThat(queue()).extracting(LeadRow::isFirstOfUrgency).containsExactly(true, false, true, false, true);
        assertThat(staff.as(desk, callQueue::countOverdue)).isEqualTo(2);
    }

    @Test
    void pagesOfTheQueueAddUpToTheWholeQueue() {
        for (var ago = 40; ago > 0; ago -= 4) {
            clock.set(TEN.minus(Duration.ofMinutes(ago)));
            for (var window : List.of(CallWindow.ANY_TIME, MORNINGS, AFTERNOONS)) {
                received("Asked " + ago + " minutes ago", window);
                received("Asked at the same moment", window);
            }
        }
        clock.set(TEN);
        var whole = queue().stream().map(LeadRow::id).toList();
        assertThat(whole).hasSize(60).doesNotHaveDuplicates();
        assertThat(paged(LeadQueueFilter.EVERYONE)).isEqualTo(whole);
    }

    @Test
    void thePageAfterTheOverdueLeadsStartsWithCallableLeads() {
        clock.set(TEN.minus(Duration.ofMinutes(30)));
        var late = Stream.of("First", "Second")
                .map(name -> {
                    clock.pass(Duration.ofMinutes(1));
                    return received(name, CallWindow.ANY_TIME);
                })
                .toList();
        clock.set(TEN);
        var callable = received("Now", CallWindow.ANY_TIME);
        var waits = received("In the afternoon", AFTERNOONS);
        var first = staff.as(desk, () -> callQueue.queue(null, 2));
        assertThat(first).extracting(LeadRow::id).isEqualTo(late);
        var second = staff.as(desk, () -> callQueue.queue(first.getLast(), 2));
        assertThat(second).extracting(LeadRow::id).containsExactly(callable, waits);
        assertThat(second).extracting(LeadRow::isFirstOfUrgency).containsExactly(true, true);
    }

    @Test
    void theMineFilterShowsTheUsersClaimsAndTheUnclaimedFilterFreeLeads() {
        var colleague = desk + "second";
        group.account(colleague, Role.FRONT_DESK, clinic);
        var mine = received("Mine", CallWindow.ANY_TIME);
        var theirs = received("A colleague's", CallWindow.ANY_TIME);
        var free = received("Nobody's", CallWindow.ANY_TIME);
        var later = received("In the afternoon", AFTERNOONS);
        staff.doAs(desk, () -> leads.claim(mine, 0));
        staff.doAs(colleague, () -> leads.claim(theirs, 0));
        assertThat(shown(LeadQueueFilter.MINE)).extracting(LeadRow::id).containsExactly(mine);
        assertThat(shown(LeadQueueFilter.MINE)).allMatch(LeadRow::isMine);
        assertThat(shown(LeadQueueFilter.UNCLAIMED)).extracting(LeadRow::id).containsExactly(free, later);
        assertThat(queue()).filteredOn(LeadRow::isMine).extracting(LeadRow::id).containsExactly(mine);
        assertThat(counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LeadQueueFilter.EVERYONE, 4L,
                        LeadQueueFilter.MINE, 1L,
                        LeadQueueFilter.UNCLAIMED, 2L,
                        LeadQueueFilter.CLINICAL_REVIEW, 0L));
        clock.pass(Duration.ofMinutes(20));
        assertThat(shown(LeadQueueFilter.MINE)).isEmpty();
        assertThat(shown(LeadQueueFilter.UNCLAIMED)).hasSize(4);
        assertThat(counts()).containsEntry(LeadQueueFilter.MINE, 0L).containsEntry(LeadQueueFilter.UNCLAIMED, 4L);
    }

    @Test
    void theMineFilterUsesTheQueueOrderOnOnePage() {
        var waits = received("In the afternoon", AFTERNOONS);
        var callable = received("Now", CallWindow.ANY_TIME);
        clock.set(TEN.minus(Duration.ofMinutes(30)));
        var late = received("Late", CallWindow.ANY_TIME);
        clock.set(TEN);
        List.of(waits, callable, late).forEach(lead -> staff.doAs(desk, () -> leads.claim(lead, 0)));
        assertThat(shown(LeadQueueFilter.MINE)).extracting(LeadRow::id).containsExactly(late, callable, waits);
        var last = shown(LeadQueueFilter.MINE).getLast();
        assertThat(staff.as(desk, () -> callQueue.queue(LeadQueueFilter.MINE, last, 7)))
                .isEmpty();
    }

    @Test
    void pagesOfAFilteredQueueAddUpToTheWholeQueue() {
        for (var ago = 40; ago > 0; ago -= 4) {
            clock.set(TEN.minus(Duration.ofMinutes(ago)));
            received("Asked " + ago + " minutes ago", CallWindow.ANY_TIME);
            received("In the afternoon", AFTERNOONS);
        }
        clock.set(TEN);
        var whole = shown(LeadQueueFilter.UNCLAIMED).stream().map(LeadRow::id).toList();
        assertThat(whole).hasSize(20).doesNotHaveDuplicates();
        assertThat(paged(LeadQueueFilter.UNCLAIMED)).isEqualTo(whole);
    }

    @Test
    void aFilteredQueueIsCountedUpToAHundred() {
        for (var n = 0; n < CallQueueService.MOST_COUNTED + 1; n++) {
            received("Number " + n, CallWindow.ANY_TIME);
        }
        assertThat(counts())
                .containsEntry(LeadQueueFilter.EVERYONE, (long) CallQueueService.MOST_COUNTED)
                .containsEntry(LeadQueueFilter.UNCLAIMED, (long) CallQueueService.MOST_COUNTED);
    }

    @Test
    void aLeadWhoseCallWindowEndsBeforeTheTargetMovesToItsNextWindow() {
        clock.set(TEN.plus(Duration.ofMinutes(50)));
        var lead = received("Mornings until eleven", MORNINGS);
        assertThat(only().urgency()).isEqualTo(Urgency.CALLABLE);
        clock.set(TEN.plus(Duration.ofHours(2)));
        assertThat(only().urgency()).isEqualTo(Urgency.LATER);
        staff.as("system", leadClock::moveOn);
        assertThat(only().urgency()).isEqualTo(Urgency.LATER);
        assertThat(only().followUp().at()).isEqualTo(TEN.plus(Duration.ofHours(22)));
        assertThat(only().followUp().overdueAt())
                .isEqualTo(TEN.plus(Duration.ofHours(22).plusMinutes(5)));
        clock.set(TEN.plus(Duration.ofHours(22)));
        assertThat(only().urgency()).isEqualTo(Urgency.CALLABLE);
        // whoever had it open before goes on: nobody changed it
        staff.doAs(desk, () -> leads.logCall(lead, 0, CallOutcome.REACHED));
    }

    @Test
    void aMissedFollowUpMovesOnOnceAndAnOverdueLeadStaysOverdue() {
        clock.set(TEN.plus(Duration.ofMinutes(50)));
        received("Mornings until eleven", MORNINGS);
        var late = received("Any time", CallWindow.ANY_TIME);
        clock.set(TEN.plus(Duration.ofHours(9)));
        assertThat(staff.as("system", leadClock::moveOn)).isEqualTo(1);
        assertThat(staff.as("system", leadClock::moveOn)).isZero();
        assertThat(queue().getFirst().id()).isEqualTo(late);
        assertThat(queue().getFirst().followUp().overdueAt()).isEqualTo(TEN.plus(Duration.ofMinutes(65)));
    }

    @Test
    void aLeadWithAnImpossibleCallWindowIsCallableAndWrittenToFirst() {
        received("At night", new CallWindow(Set.of(), Set.of(DayPart.EVENING)));
        assertThat(only().followUp().writeFirst()).isFalse();
        desk = "early" + desks;
        var mornings = List.of(new BusinessHours(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(12, 0)));
        clinic = staff.as(
                "system",
                () -> clinics.create(ClinicDrafts.of(
                        desk, desk, ZoneId.of("America/Phoenix"), "US", "911", 15, mornings, List.of())));
        group.account(desk, Role.FRONT_DESK, clinic);
        received("In the evening", new CallWindow(Set.of(), Set.of(DayPart.EVENING)));
        assertThat(only().followUp().writeFirst()).isTrue();
        assertThat(only().urgency()).isEqualTo(Urgency.CALLABLE);
    }

    @Test
    void onlyOneOfSixConcurrentClaimsSucceeds() throws Exception {
        var colleagues =
                Stream.of("1", "2", "3", "4", "5", "6").map(n -> desk + "x" + n).toList();
        colleagues.forEach(name -> group.account(name, Role.FRONT_DESK, clinic));
        var lead = received("Wanted by six", CallWindow.ANY_TIME);
        var claims = colleagues.stream()
                .<Callable<Boolean>>map(name -> () -> {
                    try {
                        staff.doAs(name, () -> leads.claim(lead, 0));
                        return true;
                    } catch (RuntimeException another) {
                        return false;
                    }
                })
                .toList();
        try (var pool = Executors.newFixedThreadPool(6)) {
            var won = 0;
            for (var claim : pool.invokeAll(claims)) {
                won += claim.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        var claim = staff.as(desk, () -> leads.open(lead)).orElseThrow().claim();
        assertThat(claim).isNotNull();
        assertThat(colleagues).contains(claim.name());
    }

    @Test
    void aClaimWithoutAnAttemptLapsesAfterTwentyMinutes() {
        group.account(desk + "second", Role.FRONT_DESK, clinic);
        var lead = received("Claimed and left", CallWindow.ANY_TIME);
        staff.doAs(desk, () -> leads.claim(lead, 0));
        clock.pass(Duration.ofMinutes(20).minusSeconds(1));
        assertThatThrownBy(() -> staff.doAs(desk + "second", () -> leads.claim(lead, 1)))
                .isInstanceOf(Refused.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(only().claimedBy()).isNull();
        staff.doAs(desk + "second", () -> leads.claim(lead, 1));
        assertThat(only().claimedBy()).isEqualTo(desk + "second");
    }

    @Test
    void aLeadReceivedWithinTheHourIsNewInItsPlaceUntilSomebodyOpensIt() {
        clock.set(TEN.minus(Duration.ofMinutes(60)));
        var old = received("An hour ago", CallWindow.ANY_TIME);
        clock.set(TEN.minus(Duration.ofMinutes(59)));
        var first = received("In the afternoon", AFTERNOONS);
        clock.set(TEN.minus(Duration.ofMinutes(1)));
        var newest = received("A minute ago", CallWindow.ANY_TIME);
        clock.set(TEN);
        assertThat(queue()).extracting(LeadRow::id).containsExactly(old, newest, first);
        assertThat(newLeads()).containsExactly(newest, first);
        staff.as(desk, () -> leads.open(newest));
        assertThat(newLeads()).containsExactly(first);
        staff.doAs(desk, () -> leads.lose(first, 0, "Called a competitor"));
        assertThat(newLeads()).isEmpty();
        assertThat(queue()).extracting(LeadRow::id).containsExactly(old, newest);
    }

    private List<LeadId> newLeads() {
        return queue().stream().filter(LeadRow::isNew).map(LeadRow::id).toList();
    }

    @Test
    void managersAreNotifiedOnceOfAnOverdueLead() {
        var lead = received("Waits too long", CallWindow.ANY_TIME);
        clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        escalateAll();
        assertThat(told(lead)).isZero();
        clock.pass(Duration.ofSeconds(1));
        escalateAll();
        escalateAll();
        assertThat(told(lead)).isEqualTo(1);
        staff.doAs(desk, () -> leads.logCall(lead, 0, CallOutcome.NO_ANSWER));
        clock.pass(Duration.ofHours(2));
        escalateAll();
        assertThat(told(lead)).isEqualTo(1);
    }

    @Test
    void managersAreNotifiedOnceAcrossNodes() throws Exception {
        var late = Stream.iterate(0, n -> n + 1)
                .limit(20)
                .map(n -> received("Late " + n, CallWindow.ANY_TIME))
                .toList();
        clock.pass(Duration.ofHours(1));
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var node : pool.invokeAll(Collections.nCopies(4, this::escalateOnANode))) {
                node.get();
            }
        }
        assertThat(late).allSatisfy(lead -> assertThat(told(lead)).isEqualTo(1));
    }

    private boolean escalateOnANode() {
        for (var tries = 0; tries < 20; tries++) {
            try {
                escalateAll();
                return true;
            } catch (ConcurrencyFailureException waitedForEachOther) {
                // as the job does at its next round
            }
        }
        return false;
    }

    private void escalateAll() {
        while (staff.as("system", escalations::escalate) > 0) {
            // the next two hundred
        }
    }

    private long told(LeadId lead) {
        return jdbc.sql("select count(*) from audit_event where kind = 'lead.escalated' and subject = ?")
                .param(Ids.bytes(lead.value()))
                .query(Long.class)
                .single();
    }

    private LeadId received(String name, CallWindow window) {
        return received.lead(name, window, clinic);
    }

    private LeadRow only() {
        return queue().getFirst();
    }

    private List<LeadRow> queue() {
        return staff.as(desk, () -> callQueue.queue(null, 500));
    }

    private List<LeadRow> shown(LeadQueueFilter part) {
        return staff.as(desk, () -> callQueue.queue(part, null, 500));
    }

    private Map<LeadQueueFilter, Long> counts() {
        return staff.as(desk, callQueue::countShown);
    }

    private List<LeadId> paged(LeadQueueFilter part) {
        var paged = new ArrayList<LeadId>();
        LeadRow last = null;
        for (var page = page(part, last); !page.isEmpty(); page = page(part, last)) {
            page.forEach(row -> paged.add(row.id()));
            last = page.getLast();
        }
        return paged;
    }

    private List<LeadRow> page(LeadQueueFilter part, @Nullable LeadRow after) {
        return staff.as(desk, () -> callQueue.queue(part, after, 7));
    }
}
