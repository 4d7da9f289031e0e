package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Ui;

/**
 * The rail beside a session note: what is always seen, and behind <em>Show all</em> what else the record knows and what
 * helps in writing.
 */
class RailBesideNote extends Composite<Aside> {
    private final Div first = Ui.div("rail-parts");
    private final Div more = Ui.div("rail-parts");
    private final Div helpers = Ui.div("rail-parts");

    RailBesideNote() {
        var all = new Details("Show all", more, helpers);
        all.addClassName("rail-all");
        getContent().addClassName("rail");
        getContent().getElement().setAttribute("aria-label", "From the record");
        getContent().add(first, all);
    }

    /** Shows the record as it is now; what is open stays open. */
    void show(NoteRail.Parts now) {
        first.removeAll();
        first.add(now.first());
        more.removeAll();
        more.add(now.more());
    }

    /** Adds what helps in writing. It stays when the record is shown again: a phrase may be in the middle of its stops. */
    void addHelper(Component part) {
        helpers.add(part);
    }

    /** Returns a rail with everything below a note that is read, folded. */
    static Details below(NoteRail.Parts record) {
        var rail = around(record.first().toArray(Component[]::new));
        rail.add(record.more());
        var folded = new Details("From the record", rail);
        folded.addClassName("record-below");
        return folded;
    }

    /** Returns a rail with some parts, all of them in sight. */
    static Aside around(Component... parts) {
        var rail = new Aside(parts);
        rail.addClassNames("rail", "rail-below");
        rail.getElement().setAttribute("aria-label", "From the record");
        return rail;
    }
}
