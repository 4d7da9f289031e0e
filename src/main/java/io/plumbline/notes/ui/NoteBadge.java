package io.plumbline.notes.ui;

import io.plumbline.notes.NoteService;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class NoteBadge implements NavBadge {
    private final NoteService notes;
    private final CosignService cosign;

    NoteBadge(NoteService notes, CosignService cosign) {
        this.notes = notes;
        this.cosign = cosign;
    }

    @Override
    public String place() {
        return Routes.NOTES;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(
                notes.countOpen() + cosign.countForCurrentUser(),
                "Your visits without a signed note, and notes to co-sign or to answer.");
    }
}
