package io.plumbline.taper;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * One service of a phase: its frequency, its number of visits and its practitioner. Services of the same phase run in
 * parallel; the next phase begins when the longest of them is over.
 *
 * @param practitionerId null while none is chosen
 * @param visits 1 to 60
 */
@Embeddable
public record PlannedService(
        @Enumerated(EnumType.STRING) PlanPhase phase,
        @Enumerated(EnumType.STRING) AppointmentType service,
        @Nullable StaffId practitionerId,
        @Enumerated(EnumType.STRING) Frequency frequency,
        int visits) {
    private static final int MOST_VISITS = 60;

    public PlannedService {
        if (visits < 1 || visits > MOST_VISITS) {
            throw new Refused("A service of a phase must have 1 to 60 visits");
        }
        if (service.discipline() == null) {
            throw new Refused("A plan consists of treatments, and " + service.label() + " is not one");
        }
    }

    /** Returns the same service with another practitioner. */
    public PlannedService with(StaffId practitioner) {
        return new PlannedService(phase, service, practitioner, frequency, visits);
    }
}
