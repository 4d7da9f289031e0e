package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Locale;

/**
 * A number of the start page and the first of its list.
 *
 * @param count exact below {@link #MANY}, which stands for as many or more
 * @param place where all of them are
 * @param empty what to say where there is none
 */
record StartCard(String title, long count, Tone tone, Icon icon, String place, List<Row> rows, String empty) {
    /** At most so many rows are shown. */
    static final int ROWS = 6;

    private static final long MANY = 1000;

    /**
     * One row: who, why, and what to do.
     *
     * @param action a link or a button, named for the row
     */
    record Row(String who, String why, Component action) {}

    /** A link that looks like the button of a row. */
    static Anchor link(String verb, String address, String who) {
        var link = new Anchor(address, verb);
        link.addClassName("act");
        link.getElement().setAttribute("aria-label", verb + ": " + who);
        return link;
    }

    /** The number, as a link to all. */
    Component number() {
        var link = new Anchor(place);
        link.addClassNames(
                "number", "tone-" + (count == 0 ? Tone.NEUTRAL : tone).name().toLowerCase(Locale.ROOT));
        link.add(Ui.span("task-icon", icon.create()), Ui.text("number-count", shown()), Ui.text("", title));
        return link;
    }

    /** The first rows, and the way to all. */
    Section list() {
        if (rows.isEmpty()) {
            return Ui.card(title, Ui.text("muted", empty));
        }
        var list = new UnorderedList();
        list.addClassName("tasks");
        for (var row : rows.stream().limit(ROWS).toList()) {
            var item = new ListItem(
                    Ui.div("stack-0 grow", Ui.text("strong", row.who()), Ui.text("muted small", row.why())),
                    row.action());
            item.addClassName("task");
            list.add(item);
        }
        var card = Ui.card(title, list);
        if (count > Math.min(rows.size(), ROWS)) {
            var all = new Anchor(place, "All " + shown());
            all.getElement().setAttribute("aria-label", "All " + shown() + ": " + title);
            card.add(all);
        }
        return card;
    }

    private String shown() {
        return count >= MANY ? "1,000+" : String.valueOf(count);
    }
}
