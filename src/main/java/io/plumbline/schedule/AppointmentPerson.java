package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.MergeObstacle;
import io.plumbline.patients.merging.RecordsRegrouped;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The patient or lead of an appointment, whose row is locked while the appointment changes. */
@Component
class AppointmentPerson implements MergeObstacle {
    private final NextVisitQuery nextVisitQuery;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final ConsultationLeads leads;

    AppointmentPerson(
            NextVisitQuery nextVisitQuery,
            PatientService patients,
            PatientHeaderService headers,
            PatientRecords records,
            ConsultationLeads leads) {
        this.nextVisitQuery = nextVisitQuery;
        this.patients = patients;
        this.headers = headers;
        this.records = records;
        this.leads = leads;
    }

    /** Locks the header of the patient, or the lead, until the end of the transaction. */
    void lock(Appointment appointment) {
        if (appointment.isOfLead()) {
            leads.lock(appointment.lead());
        } else {
            patients.holdHeader(appointment.patient());
        }
    }

    /** Updates the next visit in the patient's header; a lead has none. */
    void updateNextVisit(Appointment appointment) {
        if (!appointment.isOfLead()) {
            updateNextVisit(appointment.patient());
        }
    }

    /** Updates the next visit in the header of a patient that this transaction has locked. */
    void updateNextVisit(PatientId patient) {
        var next = nextVisitQuery.findNext(records.of(patient));
        headers.nextVisitIs(
                patient,
                next.map(FreeTime::on).orElse(null),
                next.map(FreeTime::at).orElse(null));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordsRegrouped regrouped) {
        regrouped.readAs().forEach(this::updateNextVisit);
    }

    /** During a visit, somebody reads and writes on one of the records. */
    @Override
    public Optional<String> find(Collection<PatientId> merged, Collection<PatientId> kept) {
        return nextVisitQuery.isInTreatment(
                        Stream.concat(merged.stream(), kept.stream()).toList())
                ? Optional.of("A visit of this person is in treatment. Complete it first")
                : Optional.empty();
    }

    /** Updates the next visit in a patient's header as of now. */
    void moveNextVisitOn(PatientId patient) {
        // a concurrent booking waits for this lock, or was first
        patients.holdHeader(patient);
        updateNextVisit(patient);
    }
}
