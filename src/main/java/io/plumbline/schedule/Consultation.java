package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import java.util.UUID;

/**
 * What is agreed with a lead, who is no patient yet: no chart is opened.
 *
 * @param lead whose consultation it is
 */
public record Consultation(ClinicId clinic, UUID lead, Timing timing) {
    /** The same at another place. */
    Consultation agreed(Timing on) {
        return new Consultation(clinic, lead, on);
    }
}
