package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.StartedCare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counts of a plan follow its visits, whatever becomes of them. */
class PlannedCareTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final PatientId PATIENT = new PatientId(Ids.next());
    private static final StaffId PRACTITIONER = new StaffId(Ids.next());

    @Test
    void visitsThatAreCarriedOverCountAsDelivered() {
        var care = begun(List.of(new CarriedOver(AppointmentType.MASSAGE, 2)), weekly(AppointmentType.MASSAGE, 4));
        assertThat(care.plannedVisits()).isEqualTo(4);
        assertThat(care.deliveredVisits()).isEqualTo(2);
        assertThat(care.planned().openRows()).hasSize(2);
    }

    @Test
    void aDeliveryIsCountedAndTakenBack() {
        var care = begun(List.of(), weekly(AppointmentType.MASSAGE, 4));
        var note = new NoteId(Ids.next());
        var delivered = care.deliver(treatment(note), 1).orElseThrow();
        assertThat(care.deliveredVisits()).isEqualTo(1);
        assertThat(takenBack(care, note)).containsExactly(delivered);
        assertThat(care.deliveredVisits()).isZero();
        assertThat(care.plannedVisits()).as("it is open again").isEqualTo(4);
        assertThat(takenBack(care, note)).isEmpty();
    }

    @Test
    void aVisitOfAServiceThatARevisionEndedIsNotGivenAgain() {
        var adjustments = weekly(AppointmentType.ADJUSTMENT, 2);
        var care = begun(List.of(), weekly(AppointmentType.MASSAGE, 2), adjustments);
        var note = new NoteId(Ids.next());
        var delivered = care.deliver(treatment(note), 1).orElseThrow();
        var revised = draft(List.of(), adjustments);
        var change = care.change(START.plusDays(1), day -> true);
        change.revise(revised);
        care.take(change, revised, List.of(), true);
        assertThat(care.plannedVisits()).as("the delivered one stays").isEqualTo(3);
        assertThat(takenBack(care, note)).containsExactly(delivered);
        assertThat(care.plannedVisits()).isEqualTo(2);
        assertThat(care.deliveredVisits()).isZero();
    }

    @Test
    void aVisitCountsInThePhaseInWhichItTakesPlace() {
        var later = new PlannedService(
                PlanPhase.CORRECTIVE, AppointmentType.MASSAGE, PRACTITIONER, Frequency.FORTNIGHTLY, 3);
        var care = begun(List.of(), weekly(AppointmentType.MASSAGE, 4), later);
        var appointment = new AppointmentId(Ids.next());
        care.book(AppointmentType.MASSAGE, appointment, START.plusDays(9), null);
        var change = care.change(START.plusDays(7), day -> true);
        change.apply(new StepOrder(Step.STEP_DOWN, null, 0, null, "No pain at work for two weeks"));
        care.take(change);
        var booked = care.planned().bookedAs(appointment).orElseThrow();
        assertThat(booked.phase()).as("as it was planned").isEqualTo(PlanPhase.RELIEF);
        care.deliver(
                new DeliveredVisit(
                        new NoteId(Ids.next()), PATIENT, AppointmentType.MASSAGE, appointment, null, START.plusDays(9)),
                1);
        assertThat(booked.tookPlaceIn()).isEqualTo(PlanPhase.CORRECTIVE);
        assertThat(booked.phase()).as("its line of the plan").isEqualTo(PlanPhase.RELIEF);
        care.deliver(treatment(new NoteId(Ids.next())), 1);
        assertThat(care.planned().all())
                .as("a late note of the phase before")
                .filteredOn(visit -> START.equals(visit.deliveredOn()))
                .singleElement()
                .matches(visit -> visit.tookPlaceIn() == PlanPhase.RELIEF);
    }

    @Test
    void anAppointmentThatTakesPlaceAfterAllIsTheVisitThatItWas() {
        var care = begun(List.of(), weekly(AppointmentType.MASSAGE, 4));
        var appointment = new AppointmentId(Ids.next());
        care.book(AppointmentType.MASSAGE, appointment, START.plusDays(1), null);
        var visit = care.planned().bookedAs(appointment).orElseThrow().id();
        care.unbook(appointment);
        assertThat(care.planned().hasBooked(appointment)).isFalse();
        assertThat(care.bookAgain(appointment, START.plusDays(2))).isTrue();
        assertThat(care.planned().bookedAs(appointment).orElseThrow().id()).isEqualTo(visit);
        assertThat(care.bookAgain(new AppointmentId(Ids.next()), START)).isFalse();
    }

    private static List<PlannedVisitId> takenBack(PlannedCare care, NoteId note) {
        var taken = new ArrayList<PlannedVisitId>();
        care.takeBack(note, taken::add);
        return taken;
    }

    private static DeliveredVisit treatment(NoteId note) {
        return new DeliveredVisit(note, PATIENT, AppointmentType.MASSAGE, null, null, START);
    }

    private static PlannedService weekly(AppointmentType service, int visits) {
        return new PlannedService(PlanPhase.RELIEF, service, PRACTITIONER, Frequency.WEEKLY, visits);
    }

    private static PlanDraft draft(List<CarriedOver> carriedOver, PlannedService... services) {
        return new PlanDraft(
                "Plan",
                "Low back pain",
                START,
                List.of(services),
                GeneratedPlans.goals(START),
                List.of(),
                List.of(),
                List.of(),
                null,
                carriedOver);
    }

    private static PlannedCare begun(List<CarriedOver> carriedOver, PlannedService... services) {
        var draft = draft(carriedOver, services);
        var care = new PlannedCare();
        care.write(draft);
        care.begin(StartedCare.of(START, draft.services(), carriedOver, START.plusDays(10), day -> true), List.of());
        return care;
    }
}
