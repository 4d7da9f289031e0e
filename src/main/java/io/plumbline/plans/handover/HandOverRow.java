package io.plumbline.plans.handover;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A plan in which a practitioner has something left to do.
 *
 * @param version the version to pass to the hand-over
 * @param isOnHold whether the plan is on hold
 * @param isResponsible whether the practitioner is responsible for the plan
 * @param visits the upcoming visits with the practitioner, by service
 * @param booked the appointments of the plan with the practitioner, in the order of their days
 */
public record HandOverRow(
        PlanId id,
        long version,
        PatientId patient,
        String patientName,
        ClinicId clinic,
        String title,
        boolean isOnHold,
        boolean isResponsible,
        List<Upcoming> visits,
        List<Booked> booked) {

    /**
     * The visits of a service that are not delivered.
     *
     * @param first the planned day of the first
     */
    public record Upcoming(AppointmentType service, int count, LocalDate first) {}

    /** An appointment that the patient has not checked in for yet. */
    public record Booked(AppointmentId id, AppointmentType service, LocalDate on, LocalTime at) {}
}
