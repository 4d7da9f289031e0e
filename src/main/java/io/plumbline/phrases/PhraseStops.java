package io.plumbline.phrases;

import java.util.List;

/** The stops of phrases in a text where phrases were inserted. */
public final class PhraseStops {
    private PhraseStops() {}

    /** Returns the stops of a text and the words between them, in order. */
    public static List<PhrasePart> parts(String text) {
        return new PhraseText(text).parts();
    }

    /** Returns the stops that are still to be filled in, with their braces, in order, each once. */
    public static List<String> unfilled(String text) {
        return new PhraseText(text)
                .parts().stream()
                        .filter(PhrasePart::isStop)
                        .map(PhrasePart::text)
                        .distinct()
                        .toList();
    }
}
