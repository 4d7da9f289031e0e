package io.plumbline.records;

import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;

/**
 * Why a record is exported.
 *
 * @param words in the exporter's words; at most 200 characters; for {@link Kind#OTHER} as {@link
 *     ReasonWords} asks, else may be empty
 * @throws Refused if the words are missing, say nothing or are too long; the message is for the user
 */
public record ExportReason(Kind kind, String words) {
    /** The longest reason, in characters. */
    public static final int LONGEST = 200;

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
        words = (kind == Kind.OTHER
                        ? ReasonWords.require(Field.WORDS, "The reason", words, LONGEST)
                        : TextLimit.optional(Field.WORDS, "The reason", words, LONGEST))
                .replaceAll("\\s+", " ");
    }

    /** Returns the reason in one line. */
    public String shown() {
        return words.isEmpty() ? kind.label() : kind.label() + ": " + words;
    }
}
