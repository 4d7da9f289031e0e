package io.plumbline.leads.ui.panel;

import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dialogs that book the first visit of a lead, before or during conversion. */
@Component
public class LeadVisits {
    private final LeadService leads;
    private final LeadConsultationService consultations;
    private final PatientService patients;
    private final AppointmentService appointments;
    private final PractitionerService practitioners;
    private final ScheduleService schedule;
    private final ClinicService clinics;
    private final Clock clock;

    LeadVisits(
            LeadService leads,
            LeadConsultationService consultations,
            PatientService patients,
            AppointmentService appointments,
            PractitionerService practitioners,
            ScheduleService schedule,
            ClinicService clinics,
            Clock clock) {
        this.leads = leads;
        this.consultations = consultations;
        this.patients = patients;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.schedule = schedule;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the consultation that the patient takes over on conversion; empty if none is booked or the current user has no
     * access to it.
     */
    Optional<AppointmentRow> consultation(LeadDetails lead) {
        return Optional.ofNullable(lead.consultation())
                .filter(booked -> lead.hasConsultation())
                .flatMap(appointments::find)
                .map(AppointmentDetails::row);
    }

    /** Books a consultation for a lead, who is not a patient yet. */
    public void book(LeadDetails lead, Runnable done) {
        var fields = firstVisit(lead);
        var question = new LeadQuestion(
                leads, lead, "Book a consultation with " + lead.draft().fullName());
        question.form().add(fields).check(fields::read).on(SlotTaken.class, fields::taken);
        question.open("Book", now -> consultations.book(now.id(), now.version(), fields.visit()), done);
    }

    /** @param existing the proposed patient; null for a new one */
    public void convert(LeadDetails lead, @Nullable PatientRow existing) {
        new ConversionDialog(
                        leads,
                        consultations,
                        patients,
                        new ConversionDialog.Asked(
                                lead, existing, consultation(lead).orElse(null)),
                        firstVisit(lead),
                        clock)
                .open(patient -> Ui.navigate(Routes.patient(patient)));
    }

    /** Creates the fields of the first visit, at the current user's clinics. */
    private FirstVisitFields firstVisit(LeadDetails lead) {
        return new FirstVisitFields(
                practitioners, schedule, clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)), lead, clock);
    }
}
