package io.plumbline.shared;

import java.util.Optional;

/**
 * Thrown if the portal refuses to start; the sentence, which is all that the user sees, gives the reason and the
 * remedy.
 */
public class StartRefused extends RuntimeException {
    private final String sentence;

    public StartRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Returns the refusal among the causes of a failure. */
    public static Optional<StartRefused> in(Throwable failure) {
        return Causes.of(failure)
                .filter(StartRefused.class::isInstance)
                .map(StartRefused.class::cast)
                .findFirst();
    }

    public String sentence() {
        return sentence;
    }
}
