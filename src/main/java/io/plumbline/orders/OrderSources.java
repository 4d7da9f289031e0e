package io.plumbline.orders;

import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.PlanLabel;
import io.plumbline.plans.PlanService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the record of a patient from which an order follows, and what it makes likely. */
@Component
class OrderSources {
    private final NoteHistoryService notes;
    private final PlanService plans;
    private final ScheduleService schedule;

    OrderSources(NoteHistoryService notes, PlanService plans, ScheduleService schedule) {
        this.notes = notes;
        this.plans = plans;
        this.schedule = schedule;
    }

    /**
     * A record of a patient.
     *
     * @param service the treatment; null if it is of several
     * @param isUnsigned whether it is a note that the current user still writes
     */
    record Found(ClinicId clinic, @Nullable AppointmentType service, boolean isUnsigned) {}

    /** Returns the record; empty if it is not one of this patient, or not available to the current user. */
    Optional<Found> find(OrderSource source, PatientDetails patient) {
        return switch (source.kind()) {
            case NOTE ->
                note(source, patient)
                        .map(note -> new Found(note.clinic(), note.service(), note.status() == NoteStatus.DRAFT));
            case PLAN ->
                plans.find(new PlanId(source.id()), patient).map(plan -> new Found(plan.clinic(), null, false));
            case VISIT ->
                schedule.findForCurrentUser(new AppointmentId(source.id()))
                        .filter(visit -> patient.records().contains(visit.patient()))
                        .map((AppointmentRow visit) -> new Found(visit.clinic(), visit.type(), false));
        };
    }

    private Optional<NoteRow> note(OrderSource source, PatientDetails patient) {
        return notes.find(patient, List.of(new NoteId(source.id()))).stream()
                .filter(note -> note.status() != NoteStatus.ENTERED_IN_ERROR)
                .findFirst();
    }

    /** Returns the next visit of the patient's running plan that nobody has booked yet, of a service if one is given. */
    Optional<io.plumbline.plans.PlanDetails.Visit> nextPlanned(
            PatientDetails patient, @Nullable AppointmentType service, LocalDate today) {
        return plans.findByPatient(patient).stream()
                .filter(plan -> plan.status().isRunning())
                .findFirst()
                .map(PlanLabel::id)
                .flatMap((PlanId plan) -> plans.open(plan))
                .flatMap(plan -> plan.visits().stream()
                        .filter(visit -> visit.deliveredOn() == null && visit.bookedOn() == null)
                        .filter(visit -> service == null || visit.service() == service)
                        .filter(visit -> visit.plannedOn().isAfter(today))
                        .min(Comparator.comparing(visit -> visit.plannedOn())));
    }
}
