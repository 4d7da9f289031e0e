package io.plumbline.shared;

import org.jspecify.annotations.Nullable;

/** A rule of the clinic or of the record forbids what a person asked for, or a value is out of its range. */
public non-sealed class Refused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final @Nullable Enum<?> field;

    /** @param sentence what the rule is, and what to do instead; without a period at its end */
    public Refused(String sentence) {
        this(null, sentence, null);
    }

    /**
     * @param sentence what the rule is, and what to do instead
     * @param cause by what the rule was noticed, such as a unique index
     */
    public Refused(String sentence, Throwable cause) {
        this(null, sentence, cause);
    }

    /**
     * @param field the field of the form at which the message stands
     * @param sentence how to correct the value
     */
    public Refused(Enum<?> field, String sentence) {
        this(field, sentence, null);
    }

    private Refused(@Nullable Enum<?> field, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.field = field;
    }

    /** Returns the field at which the message stands; null if it is about the whole. */
    public @Nullable Enum<?> field() {
        return field;
    }
}
