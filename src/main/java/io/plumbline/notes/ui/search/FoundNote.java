package io.plumbline.notes.ui.search;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.search.NoteHit;
import io.plumbline.notes.search.OldNoteHit;
import io.plumbline.notes.search.SessionNoteHit;
import io.plumbline.notes.search.Snippet;
import io.plumbline.notes.ui.privacy.RestrictedBadge;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;

/** A note that was found: what it is, and the part of it with the typed words marked. */
final class FoundNote {
    private FoundNote() {}

    static ListItem of(NoteHit hit, boolean namesPatient) {
        var head =
                switch (hit) {
                    case SessionNoteHit session -> head(session, namesPatient);
                    case OldNoteHit old -> head(old);
                };
        return new ListItem(Ui.div("stack-0", head, snippet(hit.snippet())));
    }

    private static Div head(SessionNoteHit hit, boolean namesPatient) {
        var what = hit.service().label() + ", " + Dates.dayAndYear(hit.treatedOn());
        var link = new Anchor(Routes.note(hit.id()), namesPatient ? hit.patientName() + ": " + what : what);
        link.addClassName("note-link");
        var head = Ui.div("cluster", link, Ui.text("muted small", hit.author()));
        if (hit.status() == NoteStatus.ENTERED_IN_ERROR) {
            head.add(StatusBadge.danger(hit.status().label()));
        }
        RestrictedBadge.of(hit.privacy(), hit.service()).ifPresent(head::add);
        return head;
    }

    private static Div head(OldNoteHit hit) {
        var title = hit.title().isEmpty() ? "Old note" : hit.title();
        var link =
                new Anchor(Routes.oldNote(hit.patient(), hit.id()), title + ", " + Dates.dayAndYear(hit.treatedOn()));
        link.addClassName("note-link");
        var from = "imported from " + hit.source();
        return Ui.div(
                "cluster",
                link,
                hit.isInError() ? StatusBadge.danger("Entered in error") : StatusBadge.neutral("Old note"),
                Ui.text("muted small", hit.author().isEmpty() ? from : hit.author() + ", " + from));
    }

    private static Paragraph snippet(Snippet snippet) {
        var text = new Paragraph();
        text.addClassNames("small", "letter-text");
        text.add(new Text(snippet.field() + ": "));
        for (var piece : snippet.pieces()) {
            text.add(piece.isHit() ? new HtmlContainer("mark", new Text(piece.text())) : new Text(piece.text()));
        }
        return text;
    }
}
