package io.plumbline.schedule;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;

/**
 * A booking for a lead, who is not a patient yet: it opens no chart.
 *
 * @param lead the lead of the consultation
 */
public record Consultation(ClinicId clinic, LeadId lead, TimeSlot timeSlot) {
    /** Returns a copy with another time slot. */
    Consultation agreed(TimeSlot on) {
        return new Consultation(clinic, lead, on);
    }
}
