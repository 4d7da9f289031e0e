package io.plumbline.notes.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteStatus;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.PatientHeader;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Optional;

/** What a session note is of, above it; on a phone also whose, since the patient's header scrolls away there. */
final class NoteHead {
    private NoteHead() {}

    /**
     * @param slim whose it is, on a phone, while the note is written; empty where it is read
     */
    static Div of(NoteDetails note, ZoneId zone, Optional<Div> slim) {
        var badge = note.status() == NoteStatus.SIGNED
                ? StatusBadge.ok(note.status().word())
                : StatusBadge.neutral(note.status().word());
        var line = Ui.span(
                "muted",
                Ui.text("", note.service().word() + " · " + Dates.day(note.treatedOn()) + " · "),
                badge,
                Ui.text("", " · "),
                new Anchor(Places.NOTES, "My visits today"));
        var signature = note.signature();
        if (signature != null) {
            Late.words(note.treatedOn(), signature.at(), zone)
                    .ifPresent(late -> line.add(Ui.text("", " "), StatusBadge.warn(late)));
        }
        var words = Ui.div("stack-0", Ui.title("Session note"), line);
        slim.ifPresent(words::add);
        return Ui.div("page-head", words);
    }

    /** Whose note it is and what to mind, in the two lines that stay in sight on a phone. */
    static Div slim(PatientHeader.Person patient) {
        var slim = Ui.div("slim", Ui.text("strong", patient.name()));
        var mind = patient.hold().isEmpty()
                ? patient.alerts().stream()
                        .sorted((one, other) -> Boolean.compare(other.warning(), one.warning()))
                        .map(PatientHeader.Alert::words)
                        .findFirst()
                        .orElse("")
                : patient.hold();
        var more = patient.alerts().size() - (patient.hold().isEmpty() ? 1 : 0);
        if (!mind.isEmpty()) {
            slim.add(Ui.clipped("small", mind + (more > 0 ? ", " + more + " more" : "")));
        }
        // the header says all of it already
        slim.getElement().setAttribute("aria-hidden", "true");
        return slim;
    }
}
