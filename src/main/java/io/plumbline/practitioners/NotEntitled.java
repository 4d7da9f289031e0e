package io.plumbline.practitioners;

/** The credentials of a practitioner do not allow it; the message says what to do. */
public final class NotEntitled extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotEntitled(String sentence) {
        super(sentence);
    }
}
