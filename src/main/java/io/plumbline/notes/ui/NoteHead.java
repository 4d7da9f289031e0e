package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.ui.privacy.RestrictedBadge;
import io.plumbline.shared.Dates;
import io.plumbline.shared.PatientHeaderContent;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The head of a session note; on a phone it also names the patient, since the patient's header scrolls out of view
 * there.
 */
final class NoteHead {
    private NoteHead() {}

    /** @param slim the patient, on a phone, while the note is written; empty for reading */
    static Div of(NoteDetails note, ZoneId zone, Optional<Div> slim) {
        var label = note.status().label();
        var badge =
                switch (note.status()) {
                    case SIGNED -> StatusBadge.ok(label);
                    case ENTERED_IN_ERROR -> StatusBadge.danger(label);
                    case AWAITING_COSIGNATURE -> StatusBadge.warn(label);
                    case DRAFT -> StatusBadge.neutral(label);
                };
        var line = Ui.span(
                "muted",
                Ui.text("", note.service().label() + " · " + Dates.day(note.treatedOn()) + " · "),
                badge,
                Ui.text("", " · "),
                new Anchor(Routes.NOTES, "My visits today"));
        if (!note.mine()) {
            RestrictedBadge.of(note.privacy(), note.service())
                    .ifPresent(restricted -> line.add(Ui.text("", " "), restricted));
        }
        var signature = note.signature();
        if (signature != null) {
            Late.words(note.treatedOn(), signature.at(), zone)
                    .ifPresent(late -> line.add(Ui.text("", " "), StatusBadge.warn(late)));
        }
        var words = Ui.div("stack-0", Ui.title("Session note"), line);
        var takenOver = note.takenOver();
        if (takenOver != null) {
            words.add(Ui.text("muted", takenOver.words(note.author())));
        }
        slim.ifPresent(words::add);
        return Ui.div("page-head", words);
    }

    /** Returns the warning that the treatment of the patient is on hold. */
    static Component hold() {
        return Ui.hold("Clinical hold: no treatment and no exercise session until a chiropractor has cleared the"
                + " patient. If you treated the patient, record it and say why in a statement.");
    }

    /** Returns the patient and the warnings in the two lines that stay in view on a phone. */
    static Div slim(PatientHeaderContent patient) {
        var slim = Ui.div("slim", Ui.text("strong", patient.name()));
        if (!patient.sameName().isEmpty()) {
            slim.add(Ui.clipped("small", patient.sameName()));
        }
        var mind = patient.hold().isEmpty()
                ? patient.alerts().stream()
                        .sorted((one, other) -> Boolean.compare(other.warning(), one.warning()))
                        .map(PatientHeaderContent.Alert::words)
                        .findFirst()
                        .orElse("")
                : patient.hold();
        var more = patient.alerts().size() - (patient.hold().isEmpty() ? 1 : 0);
        if (!mind.isEmpty()) {
            slim.add(Ui.clipped("small", mind + (more > 0 ? ", " + more + " more" : "")));
        }
        // repeats the header, so hidden from screen readers
        slim.getElement().setAttribute("aria-hidden", "true");
        return slim;
    }
}
