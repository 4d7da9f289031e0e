package io.plumbline.records;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.Locale;

/**
 * Why a record is exported.
 *
 * @param words in the exporter's words; 15 to 200 characters for {@link Kind#OTHER}, else may be empty
 * @throws Refused if the words are missing or too long; the message is for the user
 */
public record ExportReason(Kind kind, String words) {
    /** The longest reason, in characters. */
    public static final int LONGEST = 200;

    private static final int SHORTEST = 15;

    /** A text with fewer different letters is a key held down, not a reason. */
    private static final int DIFFERENT_LETTERS = 5;

    /** The usual reasons. */
    public enum Kind {
        PATIENT_COPY("The patient asked for a copy"),
        TRANSFER("Transfer to another provider"),
        LEGAL("Legal request"),
        OTHER("Another reason");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The field of the form at which a refusal stands. */
    public enum Field {
        WORDS
    }

    public ExportReason {
        words = cleaned(words);
        if (kind == Kind.OTHER && (words.length() < SHORTEST || !isSaid(words))) {
            throw new Refused(Field.WORDS, "Say why in at least " + SHORTEST + " characters");
        }
    }

    private static String cleaned(String words) {
        try {
            return TextLimit.optional("The reason", words, LONGEST).replaceAll("\\s+", " ");
        } catch (Refused tooLong) {
            throw new Refused(Field.WORDS, tooLong.sentence());
        }
    }

    private static boolean isSaid(String words) {
        return words.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .distinct()
                        .count()
                >= DIFFERENT_LETTERS;
    }

    /** Returns the reason in one line. */
    public String shown() {
        return words.isEmpty() ? kind.label() : kind.label() + ": " + words;
    }
}
