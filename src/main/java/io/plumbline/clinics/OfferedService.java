package io.plumbline.clinics;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.Arrays;
import java.util.List;

/**
 * A service of a clinic, with the time that it is booked for.
 *
 * @param code code of its {@link ServiceKind}, to which appointments refer; unlike the name it never changes
 * @param minutes duration, a multiple of five
 * @param bufferMinutes time after the visit when the practitioner cannot be booked, a multiple of five
 * @param needsRoom whether a room is booked with it
 * @param active false if the clinic no longer offers it
 */
public record OfferedService(
        String code, String name, int minutes, int bufferMinutes, boolean needsRoom, boolean active) {
    private static final int STEP = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;

    /**
     * @throws Refused if a value is out of range, with a message for the user
     */
    public OfferedService {
        if (!code.matches("[a-z0-9-]{2,24}")) {
            throw new Refused("A service code must have 2 to 24 lowercase letters, digits or hyphens");
        }
        name = TextLimit.required("The service's name", name, 60);
        if (minutes < STEP || minutes > LONGEST || minutes % STEP != 0) {
            throw new Refused("A service must take 5 to 480 minutes, a multiple of five");
        }
        if (bufferMinutes < 0 || bufferMinutes > LONGEST_BUFFER || bufferMinutes % STEP != 0) {
            throw new Refused("The buffer after a service must be 0 to 120 minutes, a multiple of" + " five");
        }
    }

    /** Returns the default services of a new clinic, one of each kind. */
    static List<OfferedService> usual() {
        return Arrays.stream(ServiceKind.values()).map(OfferedService::usual).toList();
    }

    private static OfferedService usual(ServiceKind kind) {
        return new OfferedService(kind.code(), kind.label(), kind.minutes(), 0, false, true);
    }
}
