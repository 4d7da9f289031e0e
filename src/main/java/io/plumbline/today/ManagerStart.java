package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.ui.Ui;
import io.plumbline.today.StartCard.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a manager does: first the patients whose safety cannot wait, then the people to call, then one row for each other kind
 * of work. One action is filled, the first.
 */
final class ManagerStart {
    /** So many people are called before anybody looks here again. */
    private static final int CALLS = 5;

    private static final int MOST_BEFORE_CALLS = 3;
    private static final int NAMES = 3;

    private ManagerStart() {}

    /**
     * Returns the cards of the work.
     *
     * @param cards those that need the manager
     */
    static List<Component> of(List<StartCard> cards) {
        var urgentFirst = cards.stream().sorted(StartCard.URGENT_FIRST).toList();
        var parts = new ArrayList<Component>();
        var first = beforeCalls(urgentFirst);
        if (!first.isEmpty()) {
            parts.add(Ui.card("Before any call", list(first)));
        }
        urgentFirst.stream()
                .filter(ManagerStart::isCalls)
                .map(ManagerStart::callFirst)
                .forEach(parts::add);
        var then = urgentFirst.stream()
                .filter(card -> !isCalls(card) && !afterCalls(card).isEmpty())
                .sorted(StartCard.mostUrgentFirst(ManagerStart::afterCalls))
                .map(ManagerStart::kind)
                .toList();
        var done = cards.stream()
                .filter(card -> card.rows().isEmpty())
                .map(StartCard::empty)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!then.isEmpty() || !done.isEmpty()) {
            var section = Ui.card("Then", list(then));
            if (!done.isEmpty()) {
                section.add(Ui.text("muted small", done));
            }
            parts.add(section);
        }
        parts.stream().findFirst().ifPresent(ManagerStart::fillFirst);
        return parts;
    }

    /** Returns the rows that stand above the calls; where there are more of a kind, a link to all of them. */
    private static List<ListItem> beforeCalls(List<StartCard> cards) {
        var items = new ArrayList<ListItem>();
        for (var card : cards) {
            var rows = card.rows().stream()
                    .filter(row -> row.urgency().isBeforeCalls())
                    .sorted(Comparator.comparing(Row::urgency))
                    .toList();
            rows.stream().limit(MOST_BEFORE_CALLS).forEach(row -> items.add(DoFirst.item(card, row)));
            if (rows.size() > MOST_BEFORE_CALLS) {
                items.add(DoFirst.all(card));
            }
        }
        return items;
    }

    private static List<Row> afterCalls(StartCard card) {
        return card.rows().stream()
                .filter(row -> !row.urgency().isBeforeCalls())
                .sorted(Comparator.comparing(Row::urgency))
                .toList();
    }

    /** Returns whether people wait for a call; where nobody does, the sentence of the card is among what is done. */
    static boolean isCalls(StartCard card) {
        return card.rows().stream().anyMatch(row -> row.urgency() == RowUrgency.LEAD);
    }

    private static Component callFirst(StartCard card) {
        var rows = card.rows().stream().limit(CALLS).map(Row::item).toList();
        var all = new Anchor(card.place(), "All " + card.shown() + " in Call now");
        return Ui.cardWith(all, "Call first", list(rows));
    }

    /** Returns a row for all of a kind: whom it concerns, and the act for one or the list for several. */
    private static ListItem kind(StartCard card) {
        var rows = afterCalls(card);
        var first = rows.getFirst();
        var isOne = rows.size() == 1 && card.count() == 1;
        var names = rows.stream().map(Row::who).distinct().limit(NAMES).collect(Collectors.joining(", "));
        var more = card.count() - NAMES;
        var about = isOne ? first.who() + ": " + first.why() : more > 0 ? names + " and " + more + " more" : names;
        var item = new ListItem(
                card.tile(),
                Ui.div("stack-0 grow", Ui.text("strong", card.title()), Ui.text("muted small", about)),
                isOne ? first.action() : all(card, first));
        item.addClassNames("task", card.toneClass());
        return item;
    }

    private static Anchor all(StartCard card, Row first) {
        // to open one of several says nothing of the others
        var verb = first.action() instanceof Anchor link && !link.getText().startsWith("Open")
                ? link.getText()
                : "Show all";
        return StartCard.link(verb + " " + card.shown(), card.place(), card.title());
    }

    private static UnorderedList list(List<ListItem> items) {
        var list = new UnorderedList(items.toArray(ListItem[]::new));
        list.addClassName("tasks");
        return list;
    }

    private static void fillFirst(Component part) {
        part.getChildren()
                .filter(UnorderedList.class::isInstance)
                .flatMap(Component::getChildren)
                .findFirst()
                .flatMap(item -> item.getChildren().reduce((before, after) -> after))
                .ifPresent(DoFirst::fill);
    }
}
