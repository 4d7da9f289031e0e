package io.plumbline.leads;

import io.plumbline.shared.ids.AppointmentId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;

/**
 * The consultation that was booked last for a lead. The lead keeps it whatever becomes of it; what it still means
 * depends on the status.
 */
@Embeddable
record LeadConsultation(@Column(name = "consultation_id") UUID appointment) {
    static LeadConsultation of(AppointmentId appointment) {
        return new LeadConsultation(appointment.value());
    }

    /** Returns the appointment that passes to the patient on conversion; empty if none is booked or was held. */
    Optional<AppointmentId> passingToPatient(LeadStatus status) {
        return status.hasConsultation() ? Optional.of(new AppointmentId(appointment)) : Optional.empty();
    }

    /** Returns the upcoming appointment; empty if none is booked. */
    Optional<AppointmentId> upcoming(LeadStatus status) {
        return status == LeadStatus.CONSULTATION_BOOKED
                ? Optional.of(new AppointmentId(appointment))
                : Optional.empty();
    }

    /** Returns whether a change to an appointment on the schedule also changes a lead in this status. */
    boolean isFollowed(AppointmentId changed, LeadStatus status) {
        return appointment.equals(changed.value()) && status.hasFollowUp();
    }

    /** Returns whether the person may have missed it, so that the call after it does not wait for the call window. */
    boolean mayBeMissed(LeadStatus status) {
        return status == LeadStatus.CONTACTED;
    }
}
