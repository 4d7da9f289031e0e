package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.DayPart;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ConsultationChanged;
import io.plumbline.schedule.ConsultationChanged.Deed;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.store.Utc;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What every store promises of the leads that wait when their clinic changes its hours. */
@StoreTest
@OnMySql("a queue is noted by on duplicate key update, which is MySQL's own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpRecalculationServiceTest {
    /** Tuesday, ten in the morning at the clinic. */
    private static final Instant TEN = Instant.parse("2026-11-24T17:00:00Z");

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Duration PROMISE = Duration.ofMinutes(15);

    @Autowired
    TestGroup group;

    @Autowired
    ClinicService clinics;

    @Autowired
    LeadService leads;

    @Autowired
    FollowUpRecalculationService recounts;

    @Autowired
    TestLeads received;

    @Autowired
    Staff staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    LockProvider leases;

    private int clinicsUntilNow;
    private String manager = "";
    private ClinicId clinic = ClinicId.next();

    @BeforeAll
    void people() {
        assertThat(group.west).isNotNull();
    }

    /** Each test has a clinic of its own, open from eight to six. */
    @BeforeEach
    void startOver() {
        clock.reset();
        manager = "recounts" + clinicsUntilNow++;
        clinic = staff.as(
                "system",
                () -> clinics.create(ClinicDrafts.of(
                        manager,
                        manager,
                        ZoneId.of("America/Phoenix"),
                        "US",
                        "911",
                        15,
                        open(LocalTime.of(8, 0)),
                        List.of())));
        group.account(manager, Role.MANAGER, clinic);
    }

    @Test
    void aNewlyClosedDayMovesFollowUpsToTheNextDayWithoutChangingVersions() {
        var lead = received(CallWindow.ANY_TIME);
        var before = opened(lead);
        change(draft -> closedOn(draft, TUESDAY));
        recounted();
        assertThat(opened(lead).version()).isEqualTo(before.version());
        assertThat(followUp(lead).at()).isEqualTo(TEN.plus(Duration.ofHours(22)));
        assertThat(followUp(lead).overdueAt())
                .isEqualTo(TEN.plus(Duration.ofHours(22)).plus(PROMISE));
        var moved = opened(lead);
        recounted();
        assertThat(opened(lead)).as("once").isEqualTo(moved);
    }

    @Test
    void aChangedResponseTargetCountsFromWhenTheLeadWasReceived() {
        var lead = received(CallWindow.ANY_TIME);
        clock.pass(Duration.ofMinutes(5));
        change(draft -> promising(draft, 60));
        recounted();
        assertThat(followUp(lead).overdueAt()).isEqualTo(TEN.plus(Duration.ofMinutes(60)));
    }

    @Test
    void hoursAddedLaterDoNotMakeALeadOverdue() {
        clock.set(TEN.minus(Duration.ofHours(3)));
        var lead = received(CallWindow.ANY_TIME);
        clock.pass(Duration.ofMinutes(30));
        change(draft -> opening(draft, LocalTime.of(6, 0)));
        recounted();
        assertThat(followUp(lead).at()).isEqualTo(clock.instant());
        assertThat(followUp(lead).overdueAt()).isEqualTo(clock.instant().plus(PROMISE));
    }

    @Test
    void overdueAndNurtureLeadsAreNotRecalculated() {
        var resting = received(CallWindow.ANY_TIME);
        staff.doAs(manager, () -> leads.nurture(resting, 0, TEN.plus(Duration.ofDays(3))));
        var rests = followUp(resting);
        var late = received(CallWindow.ANY_TIME);
        clock.pass(Duration.ofMinutes(20));
        var lateSince = followUp(late);
        change(draft -> closedOn(draft, TUESDAY));
        recounted();
        assertThat(followUp(late)).isEqualTo(lateSince);
        assertThat(followUp(resting)).isEqualTo(rests);
    }

    @Test
    void anAgreedCallTimeStaysWhileTheClinicIsOpenThen() {
        var lead = received(new CallWindow(Set.of(), Set.of(DayPart.MORNING)));
        var agreed = TEN.plus(Duration.ofHours(5));
        staff.doAs(manager, () -> leads.logCall(lead, 0, new Call(CallOutcome.CALL_LATER, "", agreed)));
        change(draft -> opening(draft, LocalTime.of(7, 0)));
        recounted();
        assertThat(followUp(lead).at()).isEqualTo(agreed);
        change(draft -> closedOn(draft, TUESDAY));
        recounted();
        assertThat(followUp(lead).at()).isEqualTo(TEN.plus(Duration.ofHours(21)));
    }

    @Test
    void aNoShowIsCalledInAnHourRegardlessOfCallWindowAndHours() {
        clock.set(TEN.plus(Duration.ofHours(4)));
        var lead = received(new CallWindow(Set.of(), Set.of(DayPart.MORNING)));
        staff.doAs(manager, () -> leads.logCall(lead, 0, new Call(CallOutcome.REACHED, "", null)));
        assertThat(followUp(lead).at()).as("in the morning").isEqualTo(TEN.plus(Duration.ofHours(23)));
        var consultation = new AppointmentId(Ids.next());
        follow(lead, consultation, Deed.BOOKED, AppointmentStatus.BOOKED);
        follow(lead, consultation, Deed.MARKED, AppointmentStatus.NO_SHOW);
        var inAnHour = TEN.plus(Duration.ofHours(5));
        assertThat(followUp(lead).at()).isEqualTo(inAnHour);
        change(draft -> opening(draft, LocalTime.of(7, 0)));
        recounted();
        assertThat(followUp(lead).at()).isEqualTo(inAnHour);
    }

    @Test
    void aNoShowWithAnImpossibleCallWindowIsStillWrittenToFirst() {
        change(draft -> opening(draft, LocalTime.NOON));
        recounted();
        clock.set(TEN.plus(Duration.ofHours(4)));
        var lead = received(new CallWindow(Set.of(), Set.of(DayPart.MORNING)));
        staff.doAs(manager, () -> leads.logCall(lead, 0, new Call(CallOutcome.REACHED, "", null)));
        var consultation = new AppointmentId(Ids.next());
        follow(lead, consultation, Deed.BOOKED, AppointmentStatus.BOOKED);
        follow(lead, consultation, Deed.MARKED, AppointmentStatus.NO_SHOW);
        var missed = opened(lead).version();
        staff.doAs(manager, () -> leads.logCall(lead, missed, new Call(CallOutcome.NO_ANSWER, "", null)));
        assertThat(followUp(lead).writeFirst()).isTrue();
        change(draft -> opening(draft, LocalTime.of(13, 0)));
        recounted();
        assertThat(followUp(lead).writeFirst()).isTrue();
    }

    /** What the schedule tells of the consultation of a lead. */
    private void follow(LeadId lead, AppointmentId consultation, Deed deed, AppointmentStatus status) {
        var ends = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"))
                .plusMinutes(30);
        var told = new ConsultationChanged(consultation, lead, clinic, deed, status, ends);
        staff.doAs(manager, () -> transaction.executeWithoutResult(now -> events.publishEvent(told)));
    }

    @Test
    void aQueueOfAnyLengthIsRecalculatedCompletely() {
        var waiting = new ArrayList<LeadId>();
        for (var n = 0; n < 450; n++) {
            waiting.add(received(CallWindow.ANY_TIME));
        }
        change(draft -> closedOn(draft, TUESDAY));
        recounted();
        var tomorrow = followUp(waiting.getFirst()).at();
        assertThat(tomorrow).isEqualTo(TEN.plus(Duration.ofHours(22)));
        assertThat(jdbc.sql("select count(*) from consultation_lead where queue_id = ? and next_follow_up_at = ?")
                        .params(Ids.bytes(clinic.value()), Utc.of(tomorrow))
                        .query(Integer.class)
                        .single())
                .isEqualTo(waiting.size());
        assertThat(isQueued()).isFalse();
    }

    @Test
    void otherClinicChangesRecalculateNothing() {
        received(CallWindow.ANY_TIME);
        change(draft -> ClinicDrafts.of(
                draft.code(),
                "Another Name " + manager,
                draft.zone(),
                draft.country(),
                draft.phone(),
                draft.emergencyNumber(),
                draft.responseTargetMinutes(),
                draft.hours(),
                draft.closedDays()));
        assertThat(isQueued()).isFalse();
    }

    /** Whether the leads of the clinic of this test wait; other tests leave theirs. */
    private boolean isQueued() {
        return jdbc.sql("select count(*) from recalculation_queue where queue_id = ?")
                        .param(Ids.bytes(clinic.value()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void change(UnaryOperator<ClinicDraft> how) {
        var setup = staff.as(manager, () -> clinics.setup(clinic)).orElseThrow();
        staff.doAs(
                manager,
                () -> clinics.change(
                        clinic,
                        setup.details().version(),
                        how.apply(setup.details().draft()),
                        setup.offer()));
    }

    /**
     * What the job does, once every node knows the new hours; under the lease of the job, which runs by itself every 30
     * seconds. How many leads it says it moved is no matter: it counts those that other tests left, too.
     */
    private void recounted() {
        var job = new LockConfiguration(Instant.EPOCH, "lead-follow-ups", Duration.ofMinutes(1), Duration.ZERO);
        // nobody holds a lease for longer than a minute
        var lease = await().atMost(Duration.ofMinutes(2))
                .until(() -> leases.lock(job), Optional::isPresent)
                .orElseThrow();
        try {
            clock.pass(Duration.ofSeconds(30));
            staff.doAs("system", recounts::recount);
        } finally {
            lease.unlock();
        }
    }

    private LeadId received(CallWindow window) {
        return received.lead("Waits", window, clinic);
    }

    private LeadDetails opened(LeadId lead) {
        return staff.as(manager, () -> leads.open(lead)).orElseThrow();
    }

    private NextFollowUp followUp(LeadId lead) {
        return Objects.requireNonNull(opened(lead).followUp());
    }

    private static ClinicDraft opening(ClinicDraft draft, LocalTime at) {
        return with(draft, draft.responseTargetMinutes(), open(at), draft.closedDays());
    }

    private static ClinicDraft promising(ClinicDraft draft, int minutes) {
        return with(draft, minutes, draft.hours(), draft.closedDays());
    }

    private static ClinicDraft closedOn(ClinicDraft draft, LocalDate day) {
        return with(draft, draft.responseTargetMinutes(), draft.hours(), List.of(new ClosedDay(day, "Moved")));
    }

    private static ClinicDraft with(ClinicDraft draft, int target, List<BusinessHours> hours, List<ClosedDay> closed) {
        return ClinicDrafts.of(
                draft.code(),
                draft.name(),
                draft.zone(),
                draft.country(),
                draft.phone(),
                draft.emergencyNumber(),
                target,
                hours,
                closed);
    }

    private static List<BusinessHours> open(LocalTime from) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new BusinessHours(day, from, LocalTime.of(18, 0)))
                .toList();
    }
}
