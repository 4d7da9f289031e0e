package io.plumbline.schedule;

import io.plumbline.patients.PatientService;
import io.plumbline.shared.ids.PatientId;
import org.springframework.stereotype.Component;

/** The patient or lead of an appointment, whose row is locked while the appointment changes. */
@Component
class AppointmentPerson {
    private final NextVisitQuery nextVisitQuery;
    private final PatientService patients;
    private final ConsultationLeads leads;

    AppointmentPerson(NextVisitQuery nextVisitQuery, PatientService patients, ConsultationLeads leads) {
        this.nextVisitQuery = nextVisitQuery;
        this.patients = patients;
        this.leads = leads;
    }

    /** Locks the header of the patient, or the lead, until the end of the transaction. */
    void hold(Appointment appointment) {
        if (appointment.isOfLead()) {
            leads.hold(appointment.lead());
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
        var next = nextVisitQuery.findNext(patient);
        patients.nextVisitIs(
                patient,
                next.map(FreeTime::on).orElse(null),
                next.map(FreeTime::at).orElse(null));
    }

    /** Updates the next visit in a patient's header as of now. */
    void moveNextVisitOn(PatientId patient) {
        // a concurrent booking waits for this lock, or was first
        patients.holdHeader(patient);
        updateNextVisit(patient);
    }
}
