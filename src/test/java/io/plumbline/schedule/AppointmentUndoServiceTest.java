package io.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.plans.PlanDetails;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestLeads;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Undoing that an appointment was canceled or moved. */
@StoreTest
class AppointmentUndoServiceTest extends ScheduleTestSteps {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    @Autowired
    AppointmentUndoService undo;

    @Autowired
    LeadService leads;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    TestLeads received;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aCancellationIsUndoneByWhoCanceledOnce() {
        var patient = someone();
        var day = care.emptyDay();
        var visit = book(group.therapist, patient, day, NINE);
        staff.doAs("westdesk", () -> appointments.mark(visit, 0, AppointmentStatus.CONFIRMED));
        var before = found(visit);
        staff.doAs("westdesk", () -> appointments.cancel(visit, before.version(), "Booked by mistake"));
        assertThatThrownBy(() -> staff.doAs("manager", () -> undo.undoCancellation(visit)))
                .hasMessage("Only the person who did this can undo it");
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> undo.undoCancellation(visit)))
                .isInstanceOf(NotAvailable.class);
        clock.pass(Duration.ofMinutes(10));
        staff.doAs("westdesk", () -> undo.undoCancellation(visit));
        assertThat(found(visit))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
        assertThat(slotsOf(visit)).isPositive();
        assertThat(nextVisit(patient)).isEqualTo(new FreeTime(day, NINE));
        assertThat(staff.as("therapist", () -> patients.open(patient))).isPresent();
        assertThat(changes(visit))
                .extracting(AppointmentDetails.Change::status)
                .containsExactly(
                        AppointmentStatus.BOOKED,
                        AppointmentStatus.CONFIRMED,
                        AppointmentStatus.CANCELLED,
                        AppointmentStatus.CONFIRMED);
        assertThat(changes(visit).getLast().isTakenBack()).isTrue();
        assertThat(audited("appointment.taken-back", visit.value())).isOne();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoCancellation(visit)))
                .as("once")
                .hasMessage("This appointment is not canceled, or that was undone");
    }

    @Test
    void aCancellationIsNotUndoneLateOrOnceTheTimeIsTaken() {
        var day = care.emptyDay();
        var late = book(group.therapist, someone(), day, NINE);
        var taken = book(group.therapist, someone(), day, ELEVEN);
        staff.doAs("westdesk", () -> appointments.cancel(late, 0, "Patient is ill"));
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoCancellation(late)))
                .hasMessage("This can be undone for ten minutes; it is older");
        staff.doAs("westdesk", () -> appointments.cancel(taken, 0, "Patient is ill"));
        book(group.therapist, someone(), day, ELEVEN);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoCancellation(taken)))
                .hasMessage("A colleague took that time in the meantime. Choose another one");
        assertThat(found(taken).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(slotsOf(taken)).isZero();
    }

    @Test
    void aMoveIsUndoneAndIsNoOtherMove() {
        var patient = someone();
        var day = care.emptyDay();
        var visit = book(group.therapist, patient, day, NINE);
        var before = found(visit);
        staff.doAs("westdesk", () -> appointments.move(visit, 0, timeSlot(group.chiropractor, day, ELEVEN)));
        assertThatThrownBy(() -> staff.doAs("manager", () -> undo.undoMove(visit)))
                .hasMessage("Only the person who did this can undo it");
        staff.doAs("westdesk", () -> undo.undoMove(visit));
        assertThat(found(visit))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
        assertThat(nextVisit(patient)).isEqualTo(new FreeTime(day, NINE));
        assertThat(staff.as("therapist", () -> patients.open(patient))).isPresent();
        assertThat(staff.as("chiropractor", () -> patients.open(patient))).isEmpty();
        assertThat(changes(visit))
                .extracting(AppointmentDetails.Change::movedFrom)
                .filteredOn(from -> from != null)
                .containsExactly(new FreeTime(day, NINE));
        assertThat(changes(visit).getLast().isMoveUndone()).isTrue();
        assertThat(audited("appointment.moved", visit.value())).isOne();
        assertThat(audited("appointment.move-undone", visit.value())).isOne();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoMove(visit)))
                .as("once")
                .hasMessage("This appointment has changed since the move, or that was undone");
    }

    @Test
    void aMoveIsNotUndoneOnceTheEarlierTimeIsTakenOrSomethingElseHappened() {
        var day = care.emptyDay();
        var visit = book(group.therapist, someone(), day, NINE);
        staff.doAs("westdesk", () -> appointments.move(visit, 0, timeSlot(group.therapist, day, ELEVEN)));
        book(group.therapist, someone(), day, NINE);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoMove(visit)))
                .hasMessage("A colleague took that time in the meantime. Choose another one");
        assertThat(found(visit).at()).isEqualTo(ELEVEN);
        assertThat(slotsOf(visit)).isPositive();
        staff.doAs("westdesk", () -> appointments.mark(visit, found(visit).version(), AppointmentStatus.CONFIRMED));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoMove(visit)))
                .hasMessage("This appointment has changed since the move, or that was undone");
    }

    @Test
    void thePlannedVisitIsBookedAsBefore() {
        var patient = care.treated("Planned Undone");
        var plan = care.activePlan(patient, "Lower back " + patient);
        var visits = care.details(plan).visits();
        var first = massage(
                patient,
                visits.get(1).plannedOn(),
                LocalTime.of(17, 10),
                visits.get(1).id());
        var before = rows(plan);
        staff.doAs("westdesk", () -> appointments.cancel(first, 0, "Booked by mistake"));
        assertThat(rows(plan)).isNotEqualTo(before);
        staff.doAs("westdesk", () -> undo.undoCancellation(first));
        assertThat(rows(plan)).as("the second visit, not the next unbooked one").isEqualTo(before);
        var to = timeSlot(group.therapist, visits.get(1).plannedOn().plusDays(1), LocalTime.of(17, 10));
        staff.doAs("westdesk", () -> appointments.move(first, found(first).version(), to));
        assertThat(rows(plan)).isNotEqualTo(before);
        staff.doAs("westdesk", () -> undo.undoMove(first));
        assertThat(rows(plan)).isEqualTo(before);
    }

    @Test
    void theConsultationOfALeadReturnsUnlessTheLeadHasMovedOn() {
        var day = care.emptyDay();
        var lead = received.lead("Consulted Undone", new PhoneNumber("+16025581001"), group.west);
        staff.doAs("westdesk", () -> leads.logCall(lead, open(lead).version(), CallOutcome.REACHED));
        var visit = consult(lead, day, NINE);
        var before = open(lead);
        staff.doAs("westdesk", () -> appointments.cancel(visit, found(visit).version(), "Booked by mistake"));
        assertThat(open(lead).status()).isEqualTo(LeadStatus.CONTACTED);
        staff.doAs("westdesk", () -> undo.undoCancellation(visit));
        assertThat(open(lead))
                .usingRecursiveComparison()
                .ignoringFields("version", "steps", "changedBy")
                .isEqualTo(before);
        staff.doAs("westdesk", () -> appointments.cancel(visit, found(visit).version(), "Patient is ill"));
        staff.doAs("westdesk", () -> leads.lose(lead, open(lead).version(), "Moved away"));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> undo.undoCancellation(visit)))
                .hasMessage("The lead has moved on since the consultation was canceled");
    }

    private AppointmentId consult(LeadId lead, LocalDate on, LocalTime at) {
        return staff.as(
                "westdesk",
                () -> consultations.book(
                        lead, open(lead).version(), new Conversion.FirstVisit(group.west, group.therapist, on, at)));
    }

    private LeadDetails open(LeadId lead) {
        return staff.as("manager", () -> leads.reload(lead)).orElseThrow();
    }

    private List<PlanDetails.Visit> rows(PlanId plan) {
        return care.details(plan).visits();
    }

    private long slotsOf(AppointmentId visit) {
        return jdbc.sql("select count(*) from booked_slot where appointment_id = ?")
                .param(Ids.bytes(visit.value()))
                .query(Long.class)
                .single();
    }
}
