package io.plumbline.taper;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;

/**
 * How many visits of a service the patient had before the plan was written in the portal. They count as the first visits
 * of this service.
 *
 * @param visits 1 to 60
 */
public record CarriedOver(AppointmentType service, int visits) {
    /** The most visits of one service. */
    public static final int MOST = 60;

    /** @throws Refused if the number is out of range; the message is for the user */
    public CarriedOver {
        if (visits < 1 || visits > MOST) {
            throw new Refused("Carry over 1 to " + MOST + " visits of a service, or none");
        }
    }
}
