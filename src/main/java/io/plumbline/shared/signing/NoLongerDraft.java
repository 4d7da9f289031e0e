package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;

/** Thrown if somebody writes in a record that is no draft any more; trying again does not help. */
public final class NoLongerDraft extends Refused {
    private static final long serialVersionUID = 1L;

    /** @param sentence what the record is now */
    public NoLongerDraft(String sentence) {
        super(sentence);
    }
}
