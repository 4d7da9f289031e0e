package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadFollowUpService;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestPropertySource;

/** What every store promises. */
@StoreTest
@TestPropertySource(properties = "plumbline.test=counted")
class StoreRulesTest {
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

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
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Søren Ångström",
                "阮 氏芳",
                "מרים",
                "👩🏽‍⚕️ O'Brien \"Bo\"",
                "<script>alert(1)</script>",
                "Robert'); drop table patient;--"
            })
    void textOfAnyLanguageComesBackAsTyped(String name) {
        var id = group.patient(name, "Familie " + name, group.west);
        var opened = staff.as("manager", () -> patients.open(id)).orElseThrow();
        assertThat(opened.draft().givenName()).isEqualTo(name);
        assertThat(opened.draft().familyName()).isEqualTo("Familie " + name);
    }

    @Test
    void aPatientBelongsToTheGroupAndIsFoundByTheClinicsThatKnowThem() {
        var eastern = group.patient("Only", "East", group.east);
        assertThat(staff.as("eastdesk", () -> patients.open(eastern))).isPresent();
        assertThat(staff.as("westdesk", () -> patients.open(eastern))).isEmpty();
        group.book(group.therapist, eastern, group.west, freshDay(), LocalTime.of(9, 0));
        assertThat(staff.as("westdesk", () -> patients.open(eastern))).isPresent();
    }

    @Test
    void bookingSomebodyWithMeOpensTheChartToMe() {
        var patient = group.patient("New", "Chart", group.west);
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        group.book(group.therapist, patient, group.west, freshDay(), LocalTime.of(9, 0));
        var opened = staff.as("therapist", () -> patients.open(patient)).orElseThrow();
        assertThat(opened.clinical()).isNotNull();
        assertThat(staff.as("chiropractor", () -> patients.open(patient))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-180, -1, 0, 90})
    void anAppointmentOpensTheChartFrom180DaysBackTo90DaysAhead(int days) {
        assertThat(isOpenWithAppointmentIn(days)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-181, 91})
    void anAppointmentFurtherAwayLeavesTheChartClosed(int days) {
        assertThat(isOpenWithAppointmentIn(days)).isFalse();
    }

    private boolean isOpenWithAppointmentIn(int days) {
        var patient = group.patient("Away", "By " + days, group.west);
        var minute = LocalTime.of(0, 0).plusMinutes(30L * DAYS.getAndIncrement());
        group.book(group.therapist, patient, group.west, LocalDate.now(clock).plusDays(days), minute);
        return staff.as("therapist", () -> patients.open(patient)).isPresent();
    }

    @Test
    void managerAndDeskReadNothingClinical() {
        var patient = group.patient("Not", "Clinical", group.west);
        assertThat(staff.as("manager", () -> patients.open(patient))
                        .orElseThrow()
                        .clinical())
                .isNull();
        assertThat(staff.as("westdesk", () -> patients.open(patient))
                        .orElseThrow()
                        .clinical())
                .isNull();
    }

    @Test
    void somebodyElsesPatientAnswersLikeOneWhoIsNotThere() {
        var foreign = group.patient("Somebody", "Else", group.east);
        var unknown = PatientId.next();
        assertThat(staff.as("therapist", () -> patients.open(foreign)))
                .isEqualTo(staff.as("therapist", () -> patients.open(unknown)))
                .isEmpty();
        assertThat(auditOf("patient.refused", foreign)).isEqualTo(1);
        assertThat(auditOf("patient.refused", unknown)).isEqualTo(1);
    }

    @Test
    void everyClinicalQuestionAboutAForeignPatientAnswersAsIfTheyWereNotThere() {
        var foreign = group.patient("Clinical", "Foreign", group.west);
        group.book(group.chiropractor, foreign, group.west, freshDay(), LocalTime.of(9, 0));
        var note = staff.as("chiropractor", () -> intake.begin(foreign, group.west, "Only for those who treat"));
        staff.doAs("chiropractor", () -> screening.raise(foreign, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));

        assertThat(staff.as("therapist", () -> intake.open(note))).isEmpty();
        assertThat(staff.as("therapist", () -> intake.findByPatient(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> safety.findByPatient(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> schedule.ahead(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> patients.brief(foreign))).isEmpty();
        assertThat(staff.as("therapist", () -> patients.list(null, 500)))
                .extracting(PatientRow::id)
                .doesNotContain(foreign);
        assertThatThrownBy(() -> staff.doAs(
                        "therapist",
                        () -> screening.raise(foreign, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES))))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(staff.as("chiropractor", () -> intake.open(note))).isPresent();
        assertThat(staff.as("chiropractor", () -> safety.open(FlagFilter.ALL, null, 500)))
                .extracting(FlagRow::patient)
                .contains(foreign);
        assertThat(auditOf("intake.opened", foreign)).isEqualTo(1);
        assertThat(auditOf("flag.raised", foreign)).isEqualTo(1);
    }

    @Test
    void openingARecordLeavesOneAuditRowAndALookAgainAddsNone() {
        var patient = group.patient("Looked", "At", group.west);
        staff.as("manager", () -> patients.open(patient));
        staff.as("manager", () -> patients.open(patient));
        assertThat(auditOf("patient.opened", patient)).isEqualTo(1);
        staff.as("westdesk", () -> patients.open(patient));
        assertThat(auditOf("patient.opened", patient)).isEqualTo(2);
    }

    @Test
    void everyWriteLeavesAnAuditRow() {
        var patient = group.patient("Written", "Down", group.west);
        group.book(group.therapist, patient, group.west, freshDay(), LocalTime.of(9, 0));
        assertThat(auditOf("patient.added", patient)).isEqualTo(1);
        assertThat(auditOf("appointment.booked", patient)).isEqualTo(1);
    }

    @Test
    void aDeedThatFailsLeavesNoAuditRow() {
        var patient = group.patient("Second", "Choice", group.west);
        var day = freshDay();
        group.book(group.therapist, group.patient("First", "Choice", group.west), group.west, day, LocalTime.of(9, 0));
        assertThatThrownBy(() -> group.book(group.therapist, patient, group.west, day, LocalTime.of(9, 0)))
                .isInstanceOf(SlotTaken.class);
        assertThat(auditOf("appointment.booked", patient)).isZero();
        assertThat(staff.as("manager", () -> schedule.ahead(patient))).isEmpty();
    }

    @Test
    void theAuditTrailIsNeitherChangedNorDeleted() {
        group.patient("Any", "Body", group.west);
        for (var tampering : List.of(
                "update audit_event set detail = 'nothing happened'",
                "update audit_event set seq = 1, chain = mac, detail = 'nothing happened'",
                "update audit_event set seq = 1",
                "update audit_event set mac = id",
                "delete from audit_event")) {
            assertThatThrownBy(() -> jdbc.sql(tampering).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(jdbc.sql("select count(*) from audit_event where detail = 'nothing happened'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAuditRowIsSealedOnce() {
        var patient = group.patient("Seal", "Me", group.west);
        var id = jdbc.sql("select id from audit_event where subject = ?")
                .param(Ids.bytes(patient.value()))
                .query(byte[].class)
                .single();
        var seal = "update audit_event set seq = ?, chain = ? where id = ?";
        var chain = new byte[32];
        assertThat(jdbc.sql(seal).params(1L, chain, id).update()).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql(seal).params(2L, chain, id).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofManyWhoBookTheSameTimeOneWins() throws Exception {
        var day = freshDay();
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 16; i++) {
            var patient = group.patient("Booker", "Number " + i, group.west);
            attempts.add(() -> {
                try {
                    group.book(group.therapist, patient, group.west, day, LocalTime.of(14, 0));
                    return true;
                } catch (SlotTaken lost) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var won = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void aPractitionerOfTwoZonesIsNotBookedTwiceAtOneInstant() {
        var day = winterDay();
        group.book(group.chiropractor, group.patient("In", "West", group.west), group.west, day, LocalTime.of(9, 0));
        var eastern = group.patient("In", "East", group.east);
        assertThatThrownBy(() -> group.book(group.chiropractor, eastern, group.east, day, LocalTime.of(11, 15)))
                .isInstanceOf(SlotTaken.class);
        group.book(group.chiropractor, eastern, group.east, day, LocalTime.of(11, 30));
    }

    @Test
    void theDirectoryIsReadPageByPageWithoutGapOrRepeat() {
        for (int i = 0; i < 25; i++) {
            var patient = group.patient("Page " + i, "Turner", i % 2 == 0 ? group.west : group.east);
            if (i % 5 == 0) {
                group.book(group.therapist, patient, group.west, freshDay(), LocalTime.of(8, 0));
            }
        }
        var seen = new ArrayList<PatientRow>();
        PatientRow last = null;
        while (true) {
            var page = nextPage(last);
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
            last = page.getLast();
        }
        assertThat(seen).extracting(PatientRow::id).doesNotHaveDuplicates();
        assertThat(seen).extracting(PatientRow::sortKey).isSorted();
        assertThat(seen).filteredOn(row -> row.name().endsWith("Turner")).hasSize(25);
    }

    private List<PatientRow> nextPage(@Nullable PatientRow last) {
        return staff.as("manager", () -> patients.list(last, 7));
    }

    @Test
    void aLeadOfAClinicIsItsDesksAndOneWithoutAClinicTheManagers() {
        var eastern = receive("Lead East", group.east);
        var nobodys = receive("Lead of Nobody", null);
        assertThat(openLeads("eastdesk")).contains(eastern).doesNotContain(nobodys);
        assertThat(openLeads("westdesk")).doesNotContain(eastern, nobodys);
        assertThat(openLeads("manager")).contains(eastern, nobodys);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> leads.logCall(eastern, 0, CallOutcome.REACHED)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aCallWithoutContactComesBackInOneOpeningHour() {
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
    void beforeAClinicsHoursAreSetACallComesBackInAnHour() {
        var draft = new ClinicDraft(
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
    void ofTwoWhoLogACallOnWhatTheySawTheSecondIsTold() {
        var lead = receive("Called Twice", group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        assertThatThrownBy(() -> staff.doAs("manager", () -> leads.logCall(lead, 0, Call.notInterested("", "Too far"))))
                .isInstanceOf(StaleVersion.class);
        assertThat(openLeads("westdesk")).contains(lead);
    }

    @Test
    void aLeadBecomesAPatientWithAnAppointmentAndAnIntakeDraftOnceHoweverOftenItIsTried() throws Exception {
        var lead = receive("Convert Once", group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        var day = freshDay();
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
        assertThat(jdbc.sql("select count(*) from patient where family_name = 'Once'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(openLeads("westdesk")).doesNotContain(lead);
    }

    @Test
    void aConversionOntoATakenTimeLeavesNothingBehind() {
        var lead = receive("Taken Time", group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        var day = freshDay();
        group.book(group.therapist, group.patient("Was", "Earlier", group.west), group.west, day, LocalTime.of(12, 0));
        assertThatThrownBy(() -> staff.as(
                        "westdesk", () -> consultations.convert(lead, 1, conversion(day, LocalTime.of(12, 0)))))
                .isInstanceOf(SlotTaken.class);
        assertThat(openLeads("westdesk")).contains(lead);
        assertThat(staff.as("westdesk", () -> consultations.convert(lead, 1, conversion(day, LocalTime.of(12, 30)))))
                .isNotNull();
    }

    private Conversion conversion(LocalDate day, LocalTime at) {
        return new Conversion(
                new PatientDraft("Convert", "Once", null, new PhoneNumber("+16025550199"), null),
                group.west,
                group.therapist,
                day,
                at);
    }

    @Test
    void aCorrectionIsOnRecordWithItsFieldsAndItsRevision() {
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
    void leadsAreCountedByStatusUpToAThousandOfEach() {
        var draft = new ClinicDraft(
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
    void theDeskPutsNoLeadWhereItWouldNotSeeItAgain() {
        for (var elsewhere : Arrays.asList(group.east, null)) {
            assertThatThrownBy(() -> staff.as("westdesk", () -> leads.receive(draft("Elsewhere", elsewhere), null)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Choose a clinic of yours");
        }
        assertThat(staff.as("manager", () -> leads.receive(draft("Of The Group", null), null)))
                .isNotNull();
    }

    @Test
    void aLeadIsCalledByOneColleagueAtATime() {
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
    void aLeadThatRestsWakesOnItsDayAndNotBefore() {
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

    private LeadStatus statusOf(LeadId lead) {
        return staff.as("manager", () -> leads.open(lead)).orElseThrow().status();
    }

    @Test
    void aClinicalHoldForbidsEveryTreatmentAndAnExerciseSessionAndNothingElse() {
        var patient = group.patient("On", "Hold", group.west);
        group.book(group.chiropractor, patient, group.west, freshDay(), LocalTime.of(9, 0));
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var day = freshDay();
        assertThatThrownBy(() -> staff.as("westdesk", () -> schedule.book(massage(patient, day))))
                .isInstanceOf(Refused.class)
                .hasMessage("Clinical hold: no adjustment, massage or exercise session may be booked until a"
                        + " chiropractor has cleared the patient. A consultation or an assessment is still possible.");
        var exercise = new Booking(
                group.west, group.therapist, patient, AppointmentType.EXERCISE, day, LocalTime.of(10, 0), 50);
        assertThatThrownBy(() -> staff.as("westdesk", () -> schedule.book(exercise)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exercise session");
        group.book(group.therapist, patient, group.west, day, LocalTime.of(11, 0));
    }

    @Test
    void onlyClearingWithEvidenceEndsAHold() {
        var patient = group.patient("Decided", "Flag", group.west);
        group.book(group.chiropractor, patient, group.west, freshDay(), LocalTime.of(9, 0));
        group.book(group.therapist, patient, group.west, freshDay(), LocalTime.of(9, 0));
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var flag = onlyFlag(patient);
        assertThat(isOnHold(patient)).isTrue();
        var today = LocalDate.now(clock);
        var found = new Evidence("Dr. Ada Novak", "No fever", today.minusDays(1));
        assertThatThrownBy(() -> decide(flag, FlagDecision.cleared(" ", found)))
                .isInstanceOf(Refused.class)
                .hasMessage("The reason is missing");
        assertThatThrownBy(() -> decide(flag, new FlagDecision(FlagStatus.CLEARED, "Better", null)))
                .isInstanceOf(Refused.class)
                .hasMessage("A flag is cleared with evidence: who examined the patient, what was found, and when");
        assertThatThrownBy(() -> decide(
                        flag, FlagDecision.cleared("Better", new Evidence("Dr. Ada Novak", "Fine", today.plusDays(2)))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The examination lies in the future");
        assertThatThrownBy(() -> decide(flag, new FlagDecision(FlagStatus.MONITORED, "Watch it", today.plusDays(2))))
                .isInstanceOf(Refused.class)
                .hasMessage("A flag of this level is not monitored: it holds until it is cleared");
        for (var referral : List.of(FlagStatus.REFERRED, FlagStatus.EMERGENCY_REFERRED)) {
            decide(onlyFlag(patient), new FlagDecision(referral, "To the physician", null));
            assertThat(isOnHold(patient)).as("%s", referral).isTrue();
            assertThat(onlyFlag(patient).holds()).isTrue();
        }
        assertThatThrownBy(() -> decide(flag, FlagDecision.cleared("Too late", found)))
                .isInstanceOf(StaleVersion.class);
        decide(onlyFlag(patient), FlagDecision.cleared("Afebrile for a week", found));
        assertThat(isOnHold(patient)).isFalse();
        assertThat(onlyFlag(patient).evidence()).isEqualTo(found);
        assertThat(onlyFlag(patient).reason()).isEqualTo("Afebrile for a week");
        assertThat(auditOf("flag.decided", patient)).isEqualTo(3);
    }

    @Test
    void noAdjustmentIsBookedWhileAFlagToReferIsReferredUntilItIsMonitoredOrCleared() {
        var patient = group.patient("Referred", "To Physician", group.west);
        group.book(group.chiropractor, patient, group.west, freshDay(), LocalTime.of(9, 0));
        group.book(group.therapist, patient, group.west, freshDay(), LocalTime.of(9, 0));
        staff.doAs("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-CA-2", ScreeningAnswer.YES)));
        decide(onlyFlag(patient), new FlagDecision(FlagStatus.REFERRED, "To the physician", null));
        assertThat(mayBeAdjusted(patient)).isFalse();
        assertThat(isOnHold(patient)).as("a massage may be booked").isFalse();
        var today = LocalDate.now(clock);
        assertThatThrownBy(() -> decide(
                        onlyFlag(patient),
                        new FlagDecision(FlagStatus.MONITORED, "Weighed weekly", today.plusDays(92))))
                .isInstanceOf(Refused.class)
                .hasMessage("A flag is monitored for at most 90 days");
        decide(onlyFlag(patient), new FlagDecision(FlagStatus.MONITORED, "Weighed weekly", today.plusDays(80)));
        assertThat(mayBeAdjusted(patient)).isTrue();
        staff.as("system", safety::raiseMonitoredAgain);
        assertThat(mayBeAdjusted(patient)).as("not before its day").isTrue();
        jdbc.sql("update red_flag set monitored_until = ? where subject_id = ?")
                .params(today.minusDays(1), Ids.bytes(patient.value()))
                .update();
        staff.as("system", safety::raiseMonitoredAgain);
        assertThat(mayBeAdjusted(patient)).isFalse();
    }

    private boolean mayBeAdjusted(PatientId patient) {
        return !staff.as("manager", () -> patients.brief(patient)).orElseThrow().thrustHold();
    }

    @Test
    void aFlagThatIsRaisedWhileAnotherIsDecidedKeepsTheHold() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 10; round++) {
                var patient = group.patient("Raised", "Meanwhile" + round, group.west);
                group.book(group.chiropractor, patient, group.west, freshDay(), LocalTime.of(9, 0));
                group.book(group.therapist, patient, group.west, freshDay(), LocalTime.of(9, 0));
                staff.doAs(
                        "chiropractor",
                        () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
                var first = onlyFlag(patient);
                var both = List.<Callable<Void>>of(
                        () -> {
                            decide(
                                    first,
                                    FlagDecision.cleared(
                                            "No fever",
                                            new Evidence(
                                                    "Dr. Ada Novak",
                                                    "37.0",
                                                    LocalDate.now(clock).minusDays(1))));
                            return null;
                        },
                        () -> {
                            staff.doAs(
                                    "therapist",
                                    () -> screening.raise(
                                            patient, group.west, Map.of("RF-CES-1", ScreeningAnswer.YES)));
                            return null;
                        });
                for (var one : threads.invokeAll(both)) {
                    one.get();
                }
                assertThat(isOnHold(patient)).isTrue();
            }
        }
    }

    private FlagDetails onlyFlag(PatientId patient) {
        return staff.as("therapist", () -> safety.findByPatient(patient)).getFirst();
    }

    private void decide(FlagDetails flag, FlagDecision decision) {
        staff.doAs("chiropractor", () -> safety.decide(flag.id(), flag.version(), decision));
    }

    private boolean isOnHold(PatientId patient) {
        return staff.as("manager", () -> patients.brief(patient)).orElseThrow().clinicalHold();
    }

    private Booking massage(PatientId patient, LocalDate day) {
        return new Booking(group.west, group.therapist, patient, AppointmentType.MASSAGE, day, LocalTime.of(10, 0), 50);
    }

    @Test
    void whatIsAgreedIsStoredAsItIsSaid() {
        var patient = group.patient("Said", "As Agreed", group.east);
        var day = freshDay();
        group.book(group.chiropractor, patient, group.east, day, LocalTime.of(16, 35));
        var ahead = staff.as("eastdesk", () -> schedule.ahead(patient)).getFirst();
        assertThat(ahead.on()).isEqualTo(day);
        assertThat(ahead.at()).isEqualTo(LocalTime.of(16, 35));
    }

    @Test
    void nobodyBooksAPatientWhomTheyMayNotSee() {
        var eastern = group.patient("Not Theirs", "To Book", group.east);
        var booking = new Booking(
                group.west,
                group.chiropractor,
                eastern,
                AppointmentType.ADJUSTMENT,
                freshDay(),
                LocalTime.of(7, 0),
                20);
        for (var who : List.of("chiropractor", "westdesk")) {
            assertThatThrownBy(() -> staff.as(who, () -> schedule.book(booking)))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThat(staff.as("chiropractor", () -> patients.open(eastern))).isEmpty();
    }

    @Test
    void whatHappenedIsStoredInUtc() {
        var lead = receive("Stored In Utc", group.west);
        var stored = jdbc.sql("select received_at from consultation_lead where id = ?")
                .param(Ids.bytes(lead.value()))
                .query(LocalDateTime.class)
                .single();
        assertThat(stored.toInstant(ZoneOffset.UTC)).isBetween(clock.instant().minusSeconds(60), clock.instant());
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

    /** A day on which nothing is booked yet, within the days that an appointment opens a chart. */
    /** In winter the zones are two hours apart; beyond the days that other tests book. */
    private LocalDate winterDay() {
        var free = LocalDate.now(clock).plusDays(82);
        var winter = LocalDate.of(free.getYear(), 1, 12);
        return winter.isBefore(free) ? winter.plusYears(1) : winter;
    }

    private LocalDate freshDay() {
        return LocalDate.now(clock).plusDays(1 + DAYS.getAndIncrement() % 80);
    }

    private long auditOf(String kind, PatientId patient) {
        return auditOf(kind, patient.value());
    }

    private long auditOf(String kind, UUID patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient))
                .query(Long.class)
                .single();
    }
}
