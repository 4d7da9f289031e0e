package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.calling.LeadMessage;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.leads.person.SafetyAnswerStore;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.Sender;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.VisitRow;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientStatusService;
import io.plumbline.patients.status.StatusDraft;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.MovableClock;
import io.plumbline.support.SixColleagues;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/** What every store promises of a lead's consultation: booked without a chart, followed, and given to the patient. */
@StoreTest
class LeadConsultationServiceTest {
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    NoteService notes;

    @Autowired
    PatientService patients;

    @Autowired
    IntakeService intake;

    @Autowired
    PublicIntake form;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PatientStatusService statuses;

    @Autowired
    MessageService messages;

    @Autowired
    MovableClock clock;

    @Autowired
    SafetyAnswerStore safetyAnswers;

    @Autowired
    LeadReturnService returns;

    @Test
    void aConsultationIsBookedForALeadWithoutOpeningAChart() {
        var lead = contacted("Booked Before");
        var charts = count("patient_relation");
        var booked = book(lead, LocalTime.of(11, 0));
        var now = opened(lead);
        assertThat(now.status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);
        assertThat(now.followUp()).isNotNull().satisfies(followUp -> assertThat(followUp.at())
                .isEqualTo(at(LocalTime.of(11, 30))));
        assertThat(onSchedule(booked).personName()).isEqualTo("Booked Before");
        assertThat(onSchedule(booked).patient()).isNull();
        assertThat(count("patient_relation")).isEqualTo(charts);
        assertThat(audited("appointment.booked", booked.value())).isEqualTo(1);
        // who treats sees who comes
        assertThat(staff.as("therapist", () -> appointments.find(booked))).isPresent();
        assertThat(staff.as("eastdesk", () -> appointments.find(booked))).isEmpty();
    }

    @Test
    void aConsultationIsListedInItsPractitionersVisitsOfToday() {
        var booked = book(contacted("Comes Today"), LocalTime.of(14, 30));
        var cancelled = book(contacted("Comes Not"), LocalTime.of(15, 30));
        staff.doAs(
                "westdesk",
                () -> appointments.cancel(cancelled, onSchedule(cancelled).version(), "Cannot come on that day"));
        var visits = staff.as("therapist", notes::visitsToday);
        assertThat(visits)
                .filteredOn(visit -> booked.equals(visit.appointment()))
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.personName()).isEqualTo("Comes Today");
                    assertThat(visit.patient()).isNull();
                    assertThat(visit.wantsNote()).isFalse();
                });
        assertThat(visits).extracting(VisitRow::personName).doesNotContain("Comes Not");
        assertThat(staff.as("chiropractor", notes::visitsToday))
                .extracting(VisitRow::id)
                .doesNotContain(booked.value());
    }

    @Test
    void theTimeOfAConsultationIsNoLongerAvailable() {
        book(contacted("Was First"), LocalTime.of(12, 0));
        var second = contacted("Was Second");
        assertThatThrownBy(() -> book(second, LocalTime.of(12, 0))).isInstanceOf(SlotTaken.class);
        assertThat(opened(second).status()).isEqualTo(LeadStatus.CONTACTED);
        assertThat(opened(second).consultation()).isNull();
        var other = group.patient("Other", "Person", group.west);
        assertThatThrownBy(() -> group.book(group.therapist, other, group.west, TODAY, LocalTime.of(12, 15)))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void aLeadThatWasNeverReachedCannotBeBooked() {
        var lead = received("Not Reached");
        assertThatThrownBy(() -> book(lead, LocalTime.of(13, 0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot become consultation booked. Possible:");
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void theStatusOfALeadFollowsItsConsultation() {
        var held = contacted("Was Held");
        var completed = book(held, LocalTime.of(14, 0));
        mark(completed, AppointmentStatus.ARRIVED);
        assertThat(opened(held).status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);
        mark(completed, AppointmentStatus.COMPLETED);
        assertThat(opened(held).status()).isEqualTo(LeadStatus.CONSULTATION_HELD);
        staff.doAs(
                "westdesk",
                () -> appointments.takeBack(completed, onSchedule(completed).version()));
        assertThat(opened(held).status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);

        var cancelled = contacted("Was Cancelled");
        var gone = book(cancelled, LocalTime.of(15, 0));
        staff.doAs("westdesk", () -> appointments.cancel(gone, onSchedule(gone).version(), "Cannot come on that day"));
        assertThat(opened(cancelled).status()).isEqualTo(LeadStatus.CONTACTED);
        assertThat(Objects.requireNonNull(opened(cancelled).followUp()).at())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(staff.as("westdesk", () -> schedule.calendar(group.west, TODAY, TODAY)).columns().stream()
                        .flatMap(column -> column.appointments().stream())
                        .map(AppointmentRow::id))
                .doesNotContain(gone);

        var missed = contacted("Was Missed");
        var nobody = book(missed, LocalTime.of(10, 30));
        clock.pass(Duration.ofHours(2));
        mark(nobody, AppointmentStatus.NO_SHOW);
        assertThat(opened(missed).status()).isEqualTo(LeadStatus.CONTACTED);
    }

    @Test
    void aMovedConsultationMovesTheNextFollowUp() {
        var lead = contacted("Moved On");
        var booked = book(lead, LocalTime.of(16, 0));
        var row = onSchedule(booked);
        var later = schedule(LocalTime.of(17, 0), row);
        staff.doAs("westdesk", () -> appointments.move(booked, row.version(), later));
        assertThat(Objects.requireNonNull(opened(lead).followUp()).at()).isEqualTo(at(LocalTime.of(17, 30)));
    }

    @Test
    void aCallToABookedLeadLeavesItBooked() {
        var lead = contacted("Called Again");
        book(lead, LocalTime.of(18, 0));
        var followUp = opened(lead).followUp();
        staff.doAs("westdesk", () -> leads.logCall(lead, opened(lead).version(), CallOutcome.NO_ANSWER));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);
        assertThat(opened(lead).followUp()).isEqualTo(followUp);
    }

    @Test
    void markingALeadAsLostCancelsItsConsultation() {
        var lost = contacted("Given Up");
        var first = book(lost, LocalTime.of(19, 0));
        staff.doAs("westdesk", () -> leads.lose(lost, opened(lost).version(), "Went to another clinic in town"));
        var uninterested = contacted("Not Interested");
        var second = book(uninterested, LocalTime.of(19, 0));
        call(uninterested, Call.notInterested("", "Went to another clinic in town"));
        var stopped = contacted("Stopped", new PhoneNumber("+16025550143"));
        var third = book(stopped, LocalTime.of(19, 0));
        call(stopped, Call.of(CallOutcome.STOP_CONTACTING));
        for (var gone : List.of(first, second, third)) {
            assertThat(onSchedule(gone).status()).isEqualTo(AppointmentStatus.CANCELLED);
            assertThat(slotsOf(gone)).isEmpty();
            assertThat(audited("appointment.cancelled", gone.value())).isEqualTo(1);
        }
        for (var lead : List.of(lost, uninterested, stopped)) {
            assertThat(opened(lead).status()).isEqualTo(LeadStatus.LOST);
        }
        assertThat(opened(uninterested).lostReason()).isEqualTo("Went to another clinic in town");
        assertThat(whyOf(first)).isEqualTo("Went to another clinic in town");
        assertThat(whyOf(third)).isEqualTo("Stop contacting");
    }

    @Test
    void markingALeadAsLostCancelsItsConsultationAtAnotherClinic() {
        var lead = contacted("Given Up Elsewhere");
        var agreed = new FirstVisit(group.east, group.chiropractor, TODAY, LocalTime.of(19, 0));
        var booked =
                staff.as("manager", () -> consultations.book(lead, opened(lead).version(), agreed));
        staff.doAs("westdesk", () -> leads.lose(lead, opened(lead).version(), "Went to another clinic in town"));
        assertThat(slotsOf(booked)).isEmpty();
    }

    @Test
    void aLeadWhoseConsultationHasBegunCannotBeMarkedAsLost() {
        var lead = contacted("Has Begun");
        var booked = book(lead, LocalTime.of(13, 30));
        mark(booked, AppointmentStatus.ARRIVED);
        mark(booked, AppointmentStatus.IN_TREATMENT);
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> leads.lose(lead, opened(lead).version(), "Went to another clinic in town")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("in treatment");
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);
        assertThat(onSchedule(booked).status()).isEqualTo(AppointmentStatus.IN_TREATMENT);
    }

    @Test
    void concurrentConversionsMoveTheConsultationToThePatientOnce() throws Exception {
        var lead = contacted("Repointed Once");
        var booked = book(lead, LocalTime.of(20, 0));
        var slots = slotsOf(booked);
        var version = opened(lead).version();
        var conversion =
                new Conversion(new PatientDraft("Repointed", "Once", null, null, null), null, group.west, null);
        assertThat(six(() -> staff.as("westdesk", () -> consultations.convert(lead, version, conversion))))
                .isEqualTo(1);
        var patient = Objects.requireNonNull(opened(lead).convertedTo());
        assertThat(staff.as("westdesk", () -> schedule.ahead(patient)))
                .extracting(AppointmentRow::id)
                .containsExactly(booked);
        assertThat(slotsOf(booked)).isEqualTo(slots).isNotEmpty();
        assertThat(staff.as("therapist", () -> patients.open(patient))).isPresent();
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient))).hasSize(1);
        assertThat(audited("appointment.given", booked.value())).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from patient where given_name = 'Repointed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        // it is the patient's now: the lead does not hear of it any more
        mark(booked, AppointmentStatus.ARRIVED);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CONVERTED);
    }

    @Test
    void convertingCopiesOnsetSourceAndConsentAndStartsAnIntakeDraft() {
        var lead = requested("Carried Over", "Three weeks, after lifting");
        call(lead, Call.of(CallOutcome.REACHED));
        var conversion = new Conversion(
                new PatientDraft("Carried", "Over", null, null, null), null, group.west, visit(LocalTime.of(23, 0)));
        var patient = staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        var drafts = staff.as("chiropractor", () -> intake.findByPatient(patient));
        assertThat(drafts).as("the therapist who was booked writes no intake").hasSize(1);
        var draft = staff.as("chiropractor", () -> intake.open(drafts.getFirst().id()))
                .orElseThrow()
                .draft();
        assertThat(draft.onset()).isEqualTo("Three weeks, after lifting");
        assertThat(draft.complaint()).isEqualTo("Low back");
        var known = staff.as("westdesk", () -> patients.open(patient)).orElseThrow();
        assertThat(known.draft().referredBy()).isEqualTo("A friend");
        assertThat(staff.as("westdesk", () -> intake.statesOf(known)))
                .extracting(IntakeRow.State::status)
                .containsExactly(IntakeStatus.DRAFT);
        assertThat(known.consents()).singleElement().satisfies(consent -> {
            assertThat(consent.kind()).isEqualTo(ConsentKind.CONTACT);
            assertThat(consent.wording()).isEqualTo("Booking form");
            assertThat(consent.takenBy()).isEqualTo("Plumbline");
            assertThat(consent.mine()).isFalse();
        });
    }

    @Test
    void convertingBringsWhatMergedLeadsSaid() {
        var lead = received("Said Twice");
        var other = staff.as(
                "westdesk",
                () -> leads.receive(
                        new LeadDraft(
                                "S. Twice",
                                new PhoneNumber("+16025550178"),
                                new EmailAddress("twice@example.org"),
                                "Spanish",
                                "The neck too, since the fall",
                                CallWindow.ANY_TIME,
                                LeadSource.SIGN,
                                group.west,
                                clock.instant()),
                        null));
        safetyAnswers.add(other, Map.of("RF-INF-1", SafetyAnswer.YES));
        staff.doAs("westdesk", () -> returns.merge(other, opened(other).version(), lead));
        call(lead, Call.of(CallOutcome.REACHED));
        var conversion = new Conversion(
                new PatientDraft("Said", "Twice", null, opened(lead).draft().phone(), null),
                null,
                group.west,
                new FirstVisit(group.west, group.chiropractor, TODAY.plusDays(3), LocalTime.of(2, 30)));
        var patient = staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        var known =
                staff.as("westdesk", () -> patients.open(patient)).orElseThrow().draft();
        assertThat(known.phone()).isEqualTo(opened(lead).draft().phone());
        assertThat(known.reach().otherPhones())
                .extracting(PatientReach.OtherPhone::number)
                .containsExactly(new PhoneNumber("+16025550178"));
        assertThat(known.email()).isEqualTo(new EmailAddress("twice@example.org"));
        assertThat(known.language()).isEqualTo("Spanish");
        var draft = staff.as(
                        "chiropractor",
                        () -> intake.open(
                                intake.findByPatient(patient).getFirst().id()))
                .orElseThrow()
                .draft();
        assertThat(draft.complaint()).contains(opened(lead).draft().concern()).contains("The neck too, since the fall");
        assertThat(draft.screen()).containsEntry("RF-INF-1", ScreeningAnswer.YES);
    }

    @Test
    void whatManyMergedLeadsSaidIsCutWhereTheIntakeNoteHasNoRoomAndSaysSo() {
        var lead = requested("Asks Often", "a".repeat(119) + "1");
        for (int i = 2; i <= 4; i++) {
            var other = requested("Asks Often " + i, "a".repeat(119) + i);
            staff.doAs("westdesk", () -> returns.merge(other, opened(other).version(), lead));
        }
        call(lead, Call.of(CallOutcome.REACHED));
        var conversion = new Conversion(
                new PatientDraft("Asks", "Often", null, null, null), null, group.west, visit(LocalTime.of(1, 15)));
        var patient = staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        var draft = staff.as(
                        "chiropractor",
                        () -> intake.open(
                                intake.findByPatient(patient).getFirst().id()))
                .orElseThrow()
                .draft();
        assertThat(draft.onset()).hasSizeLessThanOrEqualTo(400).endsWith("… (more in the merged leads)");
    }

    @Test
    void theConsentOfAConvertedLeadKeepsItsOriginalTakerAndDate() {
        var lead = received("Told By Phone");
        clock.pass(Duration.ofDays(2));
        call(lead, Call.of(CallOutcome.REACHED));
        var conversion = new Conversion(
                new PatientDraft("Told", "By Phone", null, null, null),
                null,
                group.west,
                new FirstVisit(group.west, group.therapist, TODAY.plusDays(3), LocalTime.of(12, 30)));
        var patient = staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        var known = staff.as("westdesk", () -> patients.open(patient)).orElseThrow();
        var manager = staff.as("manager", () -> CurrentUser.current().displayName());
        assertThat(known.consents()).singleElement().satisfies(consent -> {
            assertThat(consent.wording()).isEqualTo("Consultation request");
            assertThat(consent.takenBy()).isEqualTo(manager);
            assertThat(consent.givenOn()).isEqualTo(TODAY);
        });
    }

    @Test
    void anIntakeDraftIsOpenedOnlyToTheBookedChiropractor() {
        var other = group.practitioner(
                "pool" + UUID.randomUUID().toString().substring(30),
                Role.CHIROPRACTOR,
                Discipline.CHIROPRACTIC,
                group.west);
        var lead = contacted("Of The Chiropractor");
        var conversion = new Conversion(
                new PatientDraft("Of The", "Chiropractor", null, null, null),
                null,
                group.west,
                new FirstVisit(group.west, group.chiropractor, TODAY.plusDays(41), LocalTime.of(20, 0)));
        var patient = staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        assertThat(staff.as("chiropractor", () -> intake.findByPatient(patient)))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from patient_relation where staff_id = ? and patient_id = ?")
                        .params(Ids.bytes(other.value()), Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void convertingToAnExistingPatientNeitherAddsNorChangesIt() throws Exception {
        var known = staff.as(
                "manager",
                () -> patients.add(
                        new PatientDraft("Here", "Before", LocalDate.of(1980, 5, 4), null, null), group.west));
        var before =
                staff.as("manager", () -> patients.details(known)).orElseThrow().draft();
        var lead = contacted("Here Again");
        var version = opened(lead).version();
        var first = visit(LocalTime.of(21, 0));
        var conversion = new Conversion(null, known, group.west, first);
        assertThat(six(() -> staff.as("westdesk", () -> consultations.convert(lead, version, conversion))))
                .isEqualTo(1);
        assertThat(opened(lead).convertedTo()).isEqualTo(known);
        assertThat(staff.as("manager", () -> patients.details(known))
                        .orElseThrow()
                        .draft())
                .isEqualTo(before);
        assertThat(staff.as("westdesk", () -> schedule.ahead(known))).hasSize(1);
    }

    @Test
    void mailThatWaitsForADeceasedPatientIsNotSent() {
        var known = group.patient("Written", "To", group.west);
        var lead = contacted("Written To");
        var conversion = new Conversion(null, known, group.west, visit(LocalTime.of(21, 30)));
        staff.as("westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        var mail = Ids.bytes(Ids.next());
        jdbc.sql("""
                insert into outbox_mail (id, about, clinic_id, template, recipient, subject, body, state, attempts,
                    next_try_at, reason, written_at, written_by)
                values (?, ?, ?, 'ASK_WHEN', 'w@example.org', 'When', 'When?', 'WAITING', 0, ?, '', ?, ?)""")
                .params(
                        mail,
                        Ids.bytes(lead.value()),
                        Ids.bytes(group.west.value()),
                        Utc.of(clock.instant()),
                        Utc.of(clock.instant()),
                        Ids.bytes(group.therapist.value()))
                .update();
        assertThat(staff.as("westdesk", () -> statuses.findOpen(known)))
                .extracting(OpenItem::words)
                .contains("1 mail that waits to be sent");
        staff.doAs(
                "westdesk",
                () -> statuses.set(known, new StatusDraft(PatientStatus.DECEASED, TODAY, "The daughter called")));
        assertThat(jdbc.sql("select concat(state, ', ', reason) from outbox_mail where id = ?")
                        .param(mail)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED, The patient is deceased");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> messages.send(lead, LeadMessage.ASK_WHEN)))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is deceased: nothing is sent");
        var another = contacted("Written Again");
        assertThatThrownBy(() -> staff.as(
                        "westdesk",
                        () -> consultations.convert(
                                another,
                                opened(another).version(),
                                new Conversion(null, known, group.west, visit(LocalTime.of(22, 30))))))
                .isInstanceOf(Refused.class)
                .hasMessage("The patient is deceased: nothing can be booked");
    }

    @Test
    void aPatientHiddenFromTheFrontDeskCannotBeChosen() {
        var eastern = group.patient("Only", "East", group.east);
        var lead = contacted("Wrong Side");
        var conversion = new Conversion(null, eastern, group.west, visit(LocalTime.of(22, 0)));
        assertThatThrownBy(() -> staff.as(
                        "westdesk",
                        () -> consultations.convert(lead, opened(lead).version(), conversion)))
                .isInstanceOf(Refused.class);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CONTACTED);
    }

    private int six(Callable<PatientId> attempt) throws Exception {
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < SixColleagues.PEOPLE; i++) {
            attempts.add(() -> {
                try {
                    attempt.call();
                    return true;
                } catch (StaleVersion | Refused lost) {
                    return false;
                }
            });
        }
        var won = 0;
        try (var threads = Executors.newFixedThreadPool(SixColleagues.PEOPLE)) {
            for (var one : threads.invokeAll(attempts)) {
                won += one.get() ? 1 : 0;
            }
        }
        return won;
    }

    private TimeSlot schedule(LocalTime at, AppointmentRow row) {
        return new TimeSlot(row.practitioner(), row.room(), row.on(), at, row.minutes(), row.bufferMinutes());
    }

    private FirstVisit visit(LocalTime at) {
        return new FirstVisit(group.west, group.therapist, TODAY, at);
    }

    private AppointmentId book(LeadId lead, LocalTime at) {
        return staff.as("westdesk", () -> consultations.book(lead, opened(lead).version(), visit(at)));
    }

    private void mark(AppointmentId appointment, AppointmentStatus next) {
        staff.doAs(
                "westdesk",
                () -> appointments.mark(appointment, onSchedule(appointment).version(), next));
    }

    private void call(LeadId lead, Call call) {
        staff.doAs("westdesk", () -> leads.logCall(lead, opened(lead).version(), call));
    }

    private String whyOf(AppointmentId cancelled) {
        return staff.as("westdesk", () -> appointments.find(cancelled)).orElseThrow().changes().stream()
                .filter(change -> change.status() == AppointmentStatus.CANCELLED)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private AppointmentRow onSchedule(AppointmentId appointment) {
        return staff.as("westdesk", () -> appointments.find(appointment))
                .orElseThrow()
                .row();
    }

    private LeadDetails opened(LeadId lead) {
        return staff.as("westdesk", () -> leads.open(lead)).orElseThrow();
    }

    private LeadId contacted(String name) {
        return contacted(name, new PhoneNumber("+16025550142"));
    }

    private LeadId contacted(String name, PhoneNumber phone) {
        var lead = received(name, phone);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        return lead;
    }

    private LeadId received(String name) {
        return received(name, new PhoneNumber("+16025550142"));
    }

    private LeadId received(String name, PhoneNumber phone) {
        var draft = new LeadDraft(
                name, phone, null, "It hurts", CallWindow.ANY_TIME, LeadSource.WEBSITE, group.west, clock.instant());
        return staff.as("manager", () -> leads.receive(draft, null));
    }

    private static Instant at(LocalTime time) {
        return TODAY.atTime(time).atZone(PHOENIX).toInstant();
    }

    private List<Long> slotsOf(AppointmentId appointment) {
        return jdbc.sql("select slot from booked_slot where appointment_id = ? order by slot")
                .param(Ids.bytes(appointment.value()))
                .query(Long.class)
                .list();
    }

    private long audited(String kind, UUID subject) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(Long.class)
                .single();
    }

    /** A lead that came by the form of a website. */
    private LeadId requested(String name, String since) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", "(602) 555-0177")
                .put("clinic", group.codeOf(group.west))
                .put("concern", "Low back")
                .put("since", since)
                .put("practitioner", "Somebody gentle")
                .put("source", "FRIEND")
                .put("consent", true);
        request.putObject("whenToCall").putArray("dayParts").add("MORNING");
        staff.as("system", () -> form.receive(RequestChannel.JSON, null, request, Sender.PERSON));
        return jdbc.sql("select id from consultation_lead where full_name = ?")
                .param(name)
                .query((row, n) -> new LeadId(Ids.uuid(row.getBytes("id"))))
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
