package io.plumbline.notes.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.plumbline.shared.ids.NoteId;

/** That a note was signed on the screen just now. The route creates a new view, which takes the value from the UI once. */
record JustSigned(NoteId note) {
    static void mark(UI ui, NoteId note) {
        ComponentUtil.setData(ui, JustSigned.class, new JustSigned(note));
    }

    /** Returns whether a note was signed just now; the first call per signature alone says so. */
    static boolean take(NoteId note) {
        var ui = UI.getCurrentOrThrow();
        var signed = ComponentUtil.getData(ui, JustSigned.class);
        ComponentUtil.setData(ui, JustSigned.class, null);
        return signed != null && signed.note().equals(note);
    }
}
