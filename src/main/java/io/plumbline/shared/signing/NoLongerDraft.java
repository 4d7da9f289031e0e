package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Thrown if somebody writes in a record that is no draft any more; trying again does not help. */
public final class NoLongerDraft extends Refused {
    private static final long serialVersionUID = 1L;

    /** @param sentence what the record is now */
    public NoLongerDraft(String sentence) {
        super(sentence);
    }

    /** Returns what is written of a next version; throws if a colleague published or discarded it. */
    public static <D> D requireDraft(@Nullable D draft) {
        if (draft == null) {
            throw new NoLongerDraft("A colleague published or discarded this draft in the meantime");
        }
        return draft;
    }
}
