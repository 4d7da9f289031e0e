package io.plumbline.today;

import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.notes.backlog.UnsignedRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The treatments that have waited too long for a signed note, for the manager, without clinical content. */
@Order(30)
@Component
class NotesToSign implements StartPart {
    private final UnsignedNoteService notes;

    NotesToSign(UnsignedNoteService notes) {
        this.notes = notes;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.MANAGER)) {
            return List.of();
        }
        var rows =
                notes.list(null, StartCard.ROWS).stream().map(NotesToSign::row).toList();
        return List.of(new StartCard(
                "Notes unsigned for 48 hours",
                "note",
                rows.isEmpty() ? 0 : notes.count(),
                Tone.WARN,
                Icon.NOTE,
                Routes.UNSIGNED_NOTES,
                rows,
                "Every treatment older than 48 hours has a signed note."));
    }

    private static StartCard.Row row(UnsignedRow note) {
        return new StartCard.Row(
                note.author(),
                note.patientName() + " on " + Dates.day(note.on()) + (note.begun() ? ", begun" : ", no note yet"),
                StartCard.link("Open", Routes.patient(note.patient()), note.patientName()));
    }
}
