package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.VisitRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;

/** Shows the next patient after a signature and links to the note of that visit. */
@org.springframework.stereotype.Component
class NextVisit {
    private final NoteService notes;

    NextVisit(NoteService notes) {
        this.notes = notes;
    }

    /** Returns the confirmation of the signature with the next visit; it takes the keyboard focus. */
    Div afterSigning() {
        var words = notes.visitsToday().stream()
                .filter(row -> row.isOpen() && !row.earlier())
                .findFirst()
                .map(this::next)
                .orElseGet(() -> new Span("You have no other visits to document today."));
        var banner =
                Ui.div("banner tone-ok", Icon.CHECK.create(), Ui.div("cluster", Ui.text("strong", "Signed."), words));
        banner.getElement().setAttribute("role", "status");
        banner.getElement().setAttribute("tabindex", "-1");
        banner.addAttachListener(e -> banner.getElement()
                .executeJs("this.focus({preventScroll: true}); this.scrollIntoView({block: 'center'})"));
        return banner;
    }

    private Component next(VisitRow row) {
        var what = "Next: " + (row.at() == null ? "" : Dates.time(row.at()) + " ") + row.personName();
        if (row.note() != null) {
            return new Anchor(Routes.note(row.note()), what);
        }
        return new Button(what, e -> Ui.navigate(row.key().address()));
    }
}
