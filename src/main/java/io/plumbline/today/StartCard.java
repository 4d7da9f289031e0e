package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A number on the start page, with the first rows of its list.
 *
 * @param noun one of the counted things, as in <em>3 plans need you</em>; empty if they need nothing from the reader
 * @param count exact below {@link #MANY}, which means that many or more
 * @param place the route of the whole list
 * @param empty the text if there are none
 */
record StartCard(
        String title, String noun, long count, Tone tone, Icon icon, String place, List<Row> rows, String empty) {
    /** The maximum number of rows. */
    static final int ROWS = 6;

    private static final List<Tone> TONES = List.of(Tone.CLINICAL, Tone.DANGER, Tone.WARN);

    /** The safety of a patient first, then what is overdue; of the same tone the more urgent row first. */
    static final Comparator<StartCard> URGENT_FIRST = mostUrgentFirst(StartCard::rows);

    private static final long MANY = 1000;

    /**
     * A row: the person, the reason, and the action.
     *
     * @param action a link or a button, labeled for this row
     * @param urgency its order among the rows of all cards
     */
    record Row(String who, String why, Component action, RowUrgency urgency) {
        Row(String who, String why, Component action) {
            this(who, why, action, RowUrgency.OTHER);
        }

        /** Returns the row in a list of tasks. */
        ListItem item() {
            var item =
                    new ListItem(Ui.div("stack-0 grow", Ui.text("strong", who), Ui.text("muted small", why)), action);
            item.addClassName("task");
            return item;
        }
    }

    /** Orders cards by their tone, and those of the same tone by the most urgent of some of their rows. */
    static Comparator<StartCard> mostUrgentFirst(Function<StartCard, List<Row>> some) {
        return Comparator.<StartCard>comparingInt(card -> TONES.indexOf(card.tone()))
                .thenComparing(card -> some.apply(card).stream()
                        .map(Row::urgency)
                        .min(Comparator.naturalOrder())
                        .orElse(RowUrgency.OTHER));
    }

    /** Creates a link that looks like the button of a row. */
    static Anchor link(String verb, String address, String who) {
        var link = new Anchor(address, verb);
        link.addClassName("act");
        link.getElement().setAttribute("aria-label", verb + ": " + who);
        return link;
    }

    /** Shows the start page again, once something on it has changed. */
    static void refresh() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }

    /** Returns what needs the reader, such as <em>14 calls, 3 plans and 1 note need you.</em>; empty if nothing does. */
    static String needs(List<StartCard> cards) {
        var counted = new ArrayList<String>();
        var total = 0L;
        for (var card : cards) {
            if (card.count > 0 && !card.noun.isEmpty()) {
                counted.add(card.shown() + " " + card.noun + (card.count == 1 ? "" : "s"));
                total += card.count;
            }
        }
        if (counted.isEmpty()) {
            return "";
        }
        var last = counted.removeLast();
        return (counted.isEmpty() ? "" : String.join(", ", counted) + " and ")
                + last
                + (total == 1 ? " needs you." : " need you.");
    }

    /** Returns the number, as a link to the whole list. */
    Component number() {
        var link = new Anchor(place);
        link.addClassNames("number", toneClass());
        link.add(tile(), Ui.text("number-count", shown()), Ui.text("", title));
        return link;
    }

    /** Returns whether its rows need the reader, and are not only today's facts. */
    boolean isNeeded() {
        return !noun.isEmpty();
    }

    String toneClass() {
        return "tone-" + (count == 0 ? Tone.NEUTRAL : tone).name().toLowerCase(Locale.ROOT);
    }

    Component tile() {
        return Ui.span("task-icon", icon.create());
    }

    /** Returns a link to the whole list. */
    Anchor all() {
        var all = new Anchor(place, "All " + shown());
        all.getElement().setAttribute("aria-label", "All " + shown() + ": " + title);
        return all;
    }

    /** Returns a link to the whole list that says what is in it. */
    Anchor allNamed() {
        return new Anchor(
                place, "All " + shown() + ": " + title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1));
    }

    /** Returns the first rows, with a link to the whole list. */
    Section list() {
        if (rows.isEmpty()) {
            return Ui.card(title, Ui.text("muted", empty));
        }
        var list = new UnorderedList();
        list.addClassName("tasks");
        for (var row : rows.stream().limit(ROWS).toList()) {
            list.add(row.item());
        }
        var card = Ui.card(title, list);
        if (count > Math.min(rows.size(), ROWS)) {
            card.add(all());
        }
        return card;
    }

    /** Returns the number as it is shown. */
    String shown() {
        return count >= MANY ? "1,000+" : String.valueOf(count);
    }
}
