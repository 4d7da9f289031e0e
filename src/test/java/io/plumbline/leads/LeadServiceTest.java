package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads: whose they are, who calls, what becomes of them. */
@StoreTest
@Tag("core")
@OnMySql("conversions at once wait for the row lock of the lead, and times are stored in UTC")
class LeadServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ScheduleService schedule;

    @Autowired
    ClinicService clinics;

    @Autowired
    LeadService leads;

    @Autowired
    CallQueueService callQueue;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    LeadFollowUpService leadClock;

    @Autowired
    IntakeService intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void leadsAreVisibleToTheirClinicAndLeadsWithoutAClinicToManagers() {
        var eastern = receive("Lead East", group.east);
        var nobodys = receive("Lead of Nobody", null);
        assertThat(openLeads("eastdesk")).contains(eastern).doesNotContain(nobodys);
        assertThat(openLeads("westdesk")).doesNotContain(eastern, nobodys);
        assertThat(openLeads("manager")).contains(eastern, nobodys);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> leads.logCall(eastern, 0, CallOutcome.REACHED)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void anUnansweredCallIsFollowedUpAfterOneBusinessHour() {
        var lead = receive("Nobody Home", group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.NO_ANSWER));
        var row = leadRows("westdesk").stream()
                .filter(open -> open.id().equals(lead))
                .findFirst()
                .orElseThrow();
        assertThat(row.status()).isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(row.followUp().at()).isAfter(clock.instant().plusSeconds(3500));
    }

    @Test
    void anUnansweredCallIsFollowedUpInAnHourIfTheClinicHasNoHours() {
        var draft = ClinicDrafts.of(
                "nohours", "No hours yet", ZoneId.of("America/Phoenix"), "US", "911", 15, List.of(), List.of());
        var clinic = staff.as("system", () -> clinics.create(draft));
        group.account("nohoursdesk", Role.FRONT_DESK, clinic);
        var lead = receive("Before The Hours", clinic);
        staff.doAs("nohoursdesk", () -> leads.logCall(lead, 0, CallOutcome.NO_ANSWER));
        var called = staff.as("nohoursdesk", () -> leads.open(lead)).orElseThrow();
        assertThat(called.status()).isEqualTo(LeadStatus.ATTEMPTING);
        assertThat(called.followUp().at())
                .isAfter(clock.instant().plusSeconds(3500))
                .isBeforeOrEqualTo(clock.instant().plusSeconds(3600));
    }

    @Test
    void aStaleCallLogIsRefused() {
        var lead = receive("Called Twice", group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        assertThatThrownBy(() -> staff.doAs(
                        "manager", () -> leads.logCall(lead, 0, Call.notInterested("", "Lives too far away to come"))))
                .isInstanceOf(StaleVersion.class);
        assertThat(openLeads("westdesk")).contains(lead);
    }

    @Test
    void concurrentConversionsCreateOnePatientAppointmentAndIntakeDraft() throws Exception {
        var lead = receive("Convert Once", group.west);
        var patientsBefore = patients();
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        var day = care.emptyDay();
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 6; i++) {
            var at = LocalTime.of(10 + i, 0);
            attempts.add(() -> {
                try {
                    staff.as("westdesk", () -> consultations.convert(lead, 1, conversion(day, at)));
                    return true;
                } catch (StaleVersion | Refused lost) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            var won = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        var patient = staff.as("westdesk", () -> leads.open(lead)).orElseThrow().convertedTo();
        assertThat(patient).isNotNull();
        assertThat(staff.as("westdesk", () -> schedule.ahead(patient))).hasSize(1);
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient))).hasSize(1);
        assertThat(patients() - patientsBefore).isEqualTo(1);
        assertThat(openLeads("westdesk")).doesNotContain(lead);
    }

    private long patients() {
        return jdbc.sql("select count(*) from patient where given_name = 'Convert' and family_name = 'Once'")
                .query(Long.class)
                .single();
    }

    @Test
    void aConversionToATakenTimeChangesNothing() {
        var lead = receive("Taken Time", group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        var day = care.emptyDay();
        group.book(group.therapist, group.patient("Was", "Earlier", group.west), group.west, day, LocalTime.of(12, 0));
        assertThatThrownBy(() -> staff.as(
                        "westdesk", () -> consultations.convert(lead, 1, conversion(day, LocalTime.of(12, 0)))))
                .isInstanceOf(SlotTaken.class);
        assertThat(openLeads("westdesk")).contains(lead);
        assertThat(staff.as("westdesk", () -> consultations.convert(lead, 1, conversion(day, LocalTime.of(12, 30)))))
                .isNotNull();
    }

    @Test
    void anEditIsAuditedWithItsFieldsAndRevision() {
        var lead = receive("Corrected Name", group.west);
        var told = staff.as("westdesk", () -> leads.open(lead)).orElseThrow().draft();
        var corrected = new LeadDraft(
                "Another Name",
                told.phone(),
                told.email(),
                told.concern(),
                told.callWindow(),
                told.source(),
                told.clinic(),
                told.consentAt());
        staff.doAs("westdesk", () -> leads.correct(lead, 0, corrected));
        assertThat(jdbc.sql("select detail from audit_event where kind = 'lead.corrected' and subject = ?")
                        .param(Ids.bytes(lead.value()))
                        .query(String.class)
                        .single())
                .isEqualTo("revision 1: fullName");
    }

    @Test
    void leadsAreCountedByStatusUpToAThousandEach() {
        var draft = ClinicDrafts.of(
                "counted", "Counted", ZoneId.of("America/Phoenix"), "US", "911", 15, List.of(), List.of());
        var clinic = staff.as("system", () -> clinics.create(draft));
        group.account("counter", Role.FRONT_DESK, clinic);
        var open = receive("Counted Open", clinic);
        var spam = receive("Counted Spam", clinic);
        jdbc.sql("""
                update consultation_lead set status = 'SPAM', next_follow_up_at = null, window_ends_at = null,
                    overdue_at = null, write_first = null where id = ?""").param(Ids.bytes(spam.value())).update();
        for (int i = 0; i < 1001; i++) {
            jdbc.sql("""
                    insert into consultation_lead (id, queue_id, full_name, concern, call_days, call_day_parts, source,
                        consent_at, status, received_at, changed_at, changed_by, version)
                    select ?, queue_id, full_name, concern, call_days, call_day_parts, source,
                        consent_at, status, received_at, changed_at, changed_by, version
                    from consultation_lead where id = ?""").params(Ids.bytes(Ids.next()), Ids.bytes(spam.value())).update();
        }
        assertThat(staff.as("counter", leads::countByStatus))
                .isEqualTo(Map.of(LeadStatus.NEW, 1L, LeadStatus.SPAM, 1000L));
        assertThat(open).isNotNull();
    }

    @Test
    void theFrontDeskCannotAddALeadToAQueueItCannotSee() {
        for (var elsewhere : Arrays.asList(group.east, null)) {
            assertThatThrownBy(() -> staff.as("westdesk", () -> leads.receive(draft("Elsewhere", elsewhere), null)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Choose one of your clinics");
        }
        assertThat(staff.as("manager", () -> leads.receive(draft("Of The Group", null), null)))
                .isNotNull();
    }

    @Test
    void aClaimedLeadCannotBeClaimedByAColleague() {
        var lead = receive("Claimed Once", group.west);
        staff.doAs("westdesk", () -> leads.claim(lead, 0));
        assertThatThrownBy(() -> staff.doAs("manager", () -> leads.claim(lead, 1)))
                .isInstanceOf(Refused.class);
        assertThat(staff.as("manager", () -> leads.open(lead)).orElseThrow().claim())
                .isNotNull()
                .extracting(claim -> claim.name())
                .isEqualTo("westdesk");
    }

    @Test
    void aNurtureLeadReturnsToCallsOnItsDay() {
        var lead = receive("Resting", group.west);
        staff.doAs("westdesk", () -> leads.nurture(lead, 0, clock.instant().plusSeconds(3600)));
        staff.as("system", leadClock::wake);
        assertThat(statusOf(lead)).isEqualTo(LeadStatus.NURTURE);
        jdbc.sql("update consultation_lead set next_follow_up_at = ? where id = ?")
                .params(
                        LocalDateTime.ofInstant(clock.instant().minusSeconds(1), ZoneOffset.UTC),
                        Ids.bytes(lead.value()))
                .update();
        staff.as("system", leadClock::wake);
        assertThat(statusOf(lead)).isEqualTo(LeadStatus.ATTEMPTING);
    }

    @Test
    void timesAreStoredInUtc() {
        var lead = receive("Stored In Utc", group.west);
        var stored = jdbc.sql("select received_at from consultation_lead where id = ?")
                .param(Ids.bytes(lead.value()))
                .query(LocalDateTime.class)
                .single();
        assertThat(stored.toInstant(ZoneOffset.UTC)).isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    private Conversion conversion(LocalDate day, LocalTime at) {
        return new Conversion(
                new PatientDraft("Convert", "Once", null, new PhoneNumber("+16025550199"), null),
                group.west,
                group.therapist,
                day,
                at);
    }

    private LeadStatus statusOf(LeadId lead) {
        return staff.as("manager", () -> leads.open(lead)).orElseThrow().status();
    }

    private LeadId receive(String name, @Nullable ClinicId clinic) {
        return staff.as("system", () -> leads.receive(draft(name, clinic), null));
    }

    private LeadDraft draft(String name, @Nullable ClinicId clinic) {
        return new LeadDraft(
                name,
                new PhoneNumber("+16025550199"),
                null,
                "",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                clinic,
                clock.instant());
    }

    private List<LeadRow> leadRows(String who) {
        return staff.as(who, () -> callQueue.queue(null, 500));
    }

    private List<LeadId> openLeads(String who) {
        return leadRows(who).stream().map(LeadRow::id).toList();
    }
}
