package io.plumbline.access.breakglass;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.Locale;

/**
 * The reason for break-glass access, in words that a reviewer can assess.
 *
 * @throws Refused if it is shorter than {@value #SHORTEST} characters or meaningless, with a message
 *     for the user
 */
public record BreakGlassReason(String text) {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 400;

    /** A text with fewer different letters is a key held down, not a reason. */
    private static final int DIFFERENT_LETTERS = 5;

    public BreakGlassReason {
        text = TextLimit.optional("The reason", text, LONGEST);
        var seen = text.replaceAll("\\s+", " ");
        if (seen.length() < SHORTEST || TextLimit.isBlank(seen)) {
            throw new Refused("Write at least " + SHORTEST + " characters");
        }
        if (seen.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .distinct()
                        .count()
                < DIFFERENT_LETTERS) {
            throw new Refused("Say in words why you need this record now");
        }
    }
}
