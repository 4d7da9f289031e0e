package io.plumbline.shared;

/** The portal refuses to start; the sentence, all that its user gets to see, says why and what to do. */
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
