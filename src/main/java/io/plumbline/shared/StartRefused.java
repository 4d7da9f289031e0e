package io.plumbline.shared;

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

    public String sentence() {
        return sentence;
    }
}
