package io.plumbline.notes.nextvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever signed the note of today books the next visit of the plan, therapists too. */
@StoreTest
class NextVisitServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NextVisitService visits;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Test
    void theNextVisitOfThePlanIsProposedWithFreeTimesAndBooked() {
        var patient = care.treated("Next Visit");
        var plan = care.activePlan(patient, "next visit");
        var note = care.signedNote(patient);
        var second = care.details(plan).visits().get(1);

        var proposal = propose(note).getFirst();
        assertThat(proposal.visit().visit()).isEqualTo(second.id());
        assertThat(proposal.visit().service()).isEqualTo(AppointmentType.MASSAGE);
        assertThat(proposal.times()).isNotEmpty().hasSizeLessThanOrEqualTo(3).isSorted();
        assertThat(proposal.times().getFirst().toLocalDate())
                .isAfterOrEqualTo(second.plannedOn())
                .isAfter(care.today());

        var at = proposal.times().getFirst();
        var bookedBefore = care.auditOf("appointment.booked", patient);
        book(note, proposal, at);
        assertThat(care.details(plan).visits().get(1).bookedOn()).isEqualTo(at.toLocalDate());
        assertThat(care.auditOf("appointment.booked", patient)).isEqualTo(bookedBefore + 1);
        assertThat(propose(note)).extracting(NextVisitProposal::visit).doesNotContain(proposal.visit());
    }

    @Test
    void aTimeAtWhichThePatientIsElsewhereIsNotProposed() {
        var patient = care.treated("Elsewhere Then");
        care.activePlan(patient, "elsewhere");
        var note = care.signedNote(patient);
        var at = propose(note).getFirst().times().getFirst();
        staff.doAs(
                "westdesk",
                () -> schedule.book(new Booking(
                        group.west,
                        group.chiropractor,
                        patient,
                        AppointmentType.CONSULTATION,
                        at.toLocalDate(),
                        at.toLocalTime(),
                        15)));
        assertThat(propose(note).getFirst().times()).isNotEmpty().doesNotContain(at);
    }

    @Test
    void aVisitIsBookedOnce() {
        var patient = care.treated("Booked Once");
        care.activePlan(patient, "booked once");
        var note = care.signedNote(patient);
        var proposal = propose(note).getFirst();
        book(note, proposal, proposal.times().getFirst());
        assertThatThrownBy(() -> book(note, proposal, proposal.times().getLast()))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aBookingIsUndoneAndTheVisitIsProposedAgain() {
        var patient = care.treated("Booked Undone");
        var plan = care.activePlan(patient, "booked undone");
        var note = care.signedNote(patient);
        var proposal = propose(note).getFirst();
        var at = proposal.times().getFirst();
        var booked = book(note, proposal, at);
        var marked = care.auditOf("appointment.cancelled", patient);
        staff.doAs("therapist", () -> visits.undo(opened(note), booked));
        assertThat(care.details(plan).visits().get(1).bookedOn()).isNull();
        assertThat(care.auditOf("appointment.cancelled", patient)).isEqualTo(marked + 1);
        assertThat(propose(note).getFirst())
                .as("the visit and its time are free again")
                .satisfies(again -> assertThat(again.visit().visit())
                        .isEqualTo(proposal.visit().visit()))
                .satisfies(again -> assertThat(again.times()).contains(at));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> visits.undo(opened(note), booked)))
                .as("once")
                .isInstanceOf(Refused.class);
    }

    @Test
    void aBookingIsUndoneOnlyByWhoeverBookedItAsItWasBooked() {
        var patient = care.treated("Booked By Me");
        care.activePlan(patient, "booked by me");
        var note = care.signedNote(patient);
        var proposal = propose(note).getFirst();
        var booked = book(note, proposal, proposal.times().getFirst());
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> visits.undo(opened(note), booked)))
                .isInstanceOf(Refused.class)
                .hasMessage("Only the person who did this can undo it");
        var other = care.treated("Not Booked");
        var otherNote = care.signedNote(other);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> visits.undo(opened(otherNote), booked)))
                .as("the appointment of another patient")
                .isInstanceOf(NotAvailable.class);
        staff.doAs("westdesk", () -> {
            var version = appointments.find(booked).orElseThrow().row().version();
            appointments.mark(booked, version, AppointmentStatus.CONFIRMED);
        });
        assertThatThrownBy(() -> staff.doAs("therapist", () -> visits.undo(opened(note), booked)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has changed since it was booked");
    }

    @Test
    void aTimeThatWasJustTakenIsRefused() {
        var patient = care.treated("Time Taken");
        care.activePlan(patient, "time taken");
        var note = care.signedNote(patient);
        var proposal = propose(note).getFirst();
        var at = proposal.times().getFirst();
        var other = care.treated("Quicker");
        staff.doAs(
                "westdesk",
                () -> schedule.book(new Booking(
                        group.west,
                        other,
                        AppointmentType.MASSAGE,
                        schedule.offer(group.west, AppointmentType.MASSAGE)
                                .timeSlot(proposal.visit().practitioner(), at.toLocalDate(), at.toLocalTime()),
                        null)));
        assertThatThrownBy(() -> book(note, proposal, at)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void aHoldThatTheNoteFoundForbidsTheNextTreatment() {
        var patient = care.treated("Held Next Visit");
        care.activePlan(patient, "held next visit");
        var note = care.signedNote(patient);
        var proposal = propose(note).getFirst();
        care.raise(patient, group.west, "RF-INF-1");
        assertThat(care.isOnHold(patient)).isTrue();
        assertThatThrownBy(() -> book(note, proposal, proposal.times().getFirst()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Clinical hold");
    }

    @Test
    void aTherapistBooksOnlyVisitsOfPlans() {
        var patient = care.treated("Without A Plan");
        var at = care.today().plusDays(3).atTime(10, 0);
        assertThatThrownBy(() -> staff.as("therapist", () -> schedule.book(booking(patient, at))))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aTherapistBooksOnlyPatientsWhomTheyTreat() {
        var stranger = care.patient("Treated By Nobody", group.west);
        var at = care.today().plusDays(3).atTime(10, 0);
        assertThatThrownBy(() -> staff.as("therapist", () -> schedule.book(booking(stranger, at))))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void nothingIsProposedFromTheNoteOfAColleague() {
        var patient = care.treated("Note Of A Colleague");
        care.activePlan(patient, "colleague");
        var note = care.signedNote(patient);
        assertThat(staff.as(
                        "chiropractor", () -> visits.propose(notes.open(note).orElseThrow())))
                .isEmpty();
    }

    private Booking booking(PatientId patient, LocalDateTime at) {
        return new Booking(
                group.west,
                patient,
                AppointmentType.MASSAGE,
                schedule.offer(group.west, AppointmentType.MASSAGE)
                        .timeSlot(group.therapist, at.toLocalDate(), at.toLocalTime()),
                null);
    }

    private List<NextVisitProposal> propose(NoteId note) {
        return staff.as("therapist", () -> visits.propose(opened(note)));
    }

    private AppointmentId book(NoteId note, NextVisitProposal proposal, LocalDateTime at) {
        return staff.as(
                "therapist", () -> visits.book(opened(note), proposal.visit().visit(), at));
    }

    private NoteDetails opened(NoteId note) {
        return notes.open(note).orElseThrow();
    }
}
