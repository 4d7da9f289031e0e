package io.plumbline.clinics;

import io.plumbline.shared.TextLimit;
import java.util.Arrays;
import java.util.List;

/**
 * What a clinic offers, and for how long it is booked.
 *
 * @param code of its {@link ServiceKind}, by which appointments name it; never changed, unlike the name
 * @param minutes how long it takes, a multiple of five
 * @param bufferMinutes how long the practitioner is kept free after it, a multiple of five
 * @param needsRoom whether a room is booked with it
 * @param active false where the clinic does not offer it any more
 */
public record OfferedService(
        String code, String name, int minutes, int bufferMinutes, boolean needsRoom, boolean active) {
    private static final int STEP = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;

    /**
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    public OfferedService {
        if (!code.matches("[a-z0-9-]{2,24}")) {
            throw new IllegalArgumentException("A service's code has 2 to 24 small letters, digits or hyphens");
        }
        name = TextLimit.required("The service's name", name, 60);
        if (minutes < STEP || minutes > LONGEST || minutes % STEP != 0) {
            throw new IllegalArgumentException("A service takes 5 to 480 minutes, a multiple of five");
        }
        if (bufferMinutes < 0 || bufferMinutes > LONGEST_BUFFER || bufferMinutes % STEP != 0) {
            throw new IllegalArgumentException(
                    "The time kept free after a service is 0 to 120 minutes, a multiple of" + " five");
        }
    }

    /** What every clinic begins with, one of each kind. */
    public static List<OfferedService> usual() {
        return Arrays.stream(ServiceKind.values()).map(OfferedService::usual).toList();
    }

    private static OfferedService usual(ServiceKind kind) {
        return new OfferedService(kind.code(), kind.word(), kind.minutes(), 0, false, true);
    }
}
