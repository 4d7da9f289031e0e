package io.plumbline.notes.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.shared.ui.Ui;

/** Shows to whom a session note is restricted, and lets its author change it. */
@org.springframework.stereotype.Component
public class ReadersOfNote {
    private final NotePrivacyService readers;

    ReadersOfNote(NotePrivacyService readers) {
        this.readers = readers;
    }

    /** Returns the badge of a stored note that the current user has open, and for its author the button to change it. */
    public Div of(NoteDetails note) {
        var part = Ui.div("cluster");
        show(part, note, note.privacy());
        return part;
    }

    private void show(Div part, NoteDetails note, NotePrivacy privacy) {
        part.removeAll();
        RestrictedBadge.of(privacy, note.service()).ifPresent(part::add);
        if (note.mine()) {
            part.add(new Button("Who may read this…", e -> new NoteReadersDialog(readers, note.id())
                    .open(chosen -> show(part, note, chosen))));
        }
    }
}
