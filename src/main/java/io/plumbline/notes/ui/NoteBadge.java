package io.plumbline.notes.ui;

import io.plumbline.notes.NoteService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class NoteBadge implements NavBadge {
    private final NoteService notes;

    NoteBadge(NoteService notes) {
        this.notes = notes;
    }

    @Override
    public String place() {
        return Routes.NOTES;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(notes.countOpen(), "Your visits without a signed note.");
    }
}
