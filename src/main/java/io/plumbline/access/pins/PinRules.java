package io.plumbline.access.pins;

import io.plumbline.shared.Refused;
import java.util.stream.IntStream;

/**
 * Which signing PINs are refused: those that a person at the screen would try first. Dates are allowed: five tries in
 * total leave nobody the tries to go through them.
 */
final class PinRules {
    private static final int DIGITS = 6;
    private static final int DECIMALS = 10;

    private PinRules() {}

    /**
     * Checks a PIN before it is hashed.
     *
     * @throws Refused with the field and a message for the user
     */
    static void check(String pin, String repeated) {
        if (!pin.matches("[0-9]{6}")) {
            throw new Refused(PinField.PIN, "Enter six digits");
        }
        if (isRun(pin, 1) || isRun(pin, DECIMALS - 1)) {
            throw new Refused(PinField.PIN, "Digits in a row, such as 123456, are guessed first. Choose others");
        }
        if (repeats(pin, 1) || repeats(pin, 2) || repeats(pin, 3)) {
            throw new Refused(
                    PinField.PIN, "Repeated digits, such as 111111 or 121212, are guessed first. Choose others");
        }
        if (!pin.equals(repeated)) {
            throw new Refused(PinField.REPEATED, "This is not the same PIN. Enter it again");
        }
    }

    /** Returns whether each digit follows from the one before by the same step; 0 follows 9. */
    private static boolean isRun(String pin, int step) {
        return IntStream.range(1, DIGITS)
                .allMatch(i -> (pin.charAt(i) - pin.charAt(i - 1) + DECIMALS) % DECIMALS == step);
    }

    private static boolean repeats(String pin, int length) {
        return pin.substring(length).equals(pin.substring(0, DIGITS - length));
    }
}
