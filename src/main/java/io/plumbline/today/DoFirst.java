package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What needs the reader, in one list: the safety of a patient first, a few rows of each, one filled action. */
final class DoFirst {
    /** Of several kinds: enough to begin with, and every kind stays in sight. */
    private static final int ROWS_OF_A_KIND = 3;

    private DoFirst() {}

    /** Returns the list of the cards that count what needs the reader. */
    static Section of(List<StartCard> cards) {
        var urgentFirst = cards.stream()
                .sorted(Comparator.comparing(StartCard::tone, StartCard.URGENT_FIRST))
                .toList();
        var list = new UnorderedList();
        list.addClassName("tasks");
        var kinds = cards.stream().filter(card -> !card.rows().isEmpty()).count();
        var most = kinds > 1 ? ROWS_OF_A_KIND : StartCard.ROWS;
        for (var card : urgentFirst) {
            card.rows().stream().limit(most).map(row -> item(card, row)).forEach(list::add);
            if (card.count() > Math.min(most, card.rows().size())) {
                list.add(all(card));
            }
        }
        var done = urgentFirst.stream()
                .filter(card -> card.rows().isEmpty())
                .map(StartCard::empty)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        var parts = new ArrayList<Component>();
        if (list.getChildren().findAny().isPresent()) {
            parts.add(list);
        }
        if (!done.isEmpty()) {
            parts.add(Ui.text("muted small", done));
        }
        urgentFirst.stream().flatMap(card -> card.rows().stream()).findFirst().ifPresent(first -> fill(first.action()));
        return Ui.card("Do first", parts.toArray(Component[]::new));
    }

    private static ListItem item(StartCard card, StartCard.Row row) {
        var item = new ListItem(
                card.tile(),
                Ui.div("stack-0 grow", Ui.text("strong", row.who()), Ui.text("muted small", row.why())),
                row.action());
        item.addClassNames("task", card.toneClass());
        return item;
    }

    private static ListItem all(StartCard card) {
        var item = new ListItem(card.allNamed());
        item.addClassNames("task", "task-all");
        return item;
    }

    /** Fills the first action; a row may have several. */
    private static void fill(Component action) {
        if (action instanceof Button button) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        } else if (action instanceof Anchor link) {
            link.addClassName("filled");
        } else {
            action.getChildren().findFirst().ifPresent(DoFirst::fill);
        }
    }
}
