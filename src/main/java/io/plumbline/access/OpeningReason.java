package io.plumbline.access;

import io.plumbline.shared.TextLimit;
import java.util.Locale;

/**
 * Why somebody opens a record outside the relation, in words that a reviewer can judge.
 *
 * @throws IllegalArgumentException if it is shorter than {@value #SHORTEST} characters or says nothing, in words for who
 *     typed it
 */
public record OpeningReason(String text) {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 400;

    /** Fewer different letters than this are a key held down, not a reason. */
    private static final int DIFFERENT_LETTERS = 5;

    public OpeningReason {
        text = TextLimit.optional("The reason", text, LONGEST);
        var seen = text.replaceAll("\\s+", " ");
        if (seen.length() < SHORTEST || TextLimit.isBlank(seen)) {
            throw new IllegalArgumentException("Write at least " + SHORTEST + " characters");
        }
        if (seen.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .distinct()
                        .count()
                < DIFFERENT_LETTERS) {
            throw new IllegalArgumentException("Say in words why you need this record now");
        }
    }
}
