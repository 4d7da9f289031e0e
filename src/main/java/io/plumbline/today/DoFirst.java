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
import java.util.stream.Stream;

/**
 * What needs the reader, in one list: first the flags that hold by their level, then severe and ongoing reactions; then the
 * safety of a patient, a few rows of each; one filled action.
 */
final class DoFirst {
    /** Of several kinds: enough to begin with, and every kind stays in sight. */
    private static final int ROWS_OF_A_KIND = 3;

    private DoFirst() {}

    private record Task(StartCard card, StartCard.Row row) {}

    /** Returns the list of the cards that count what needs the reader. */
    static Section of(List<StartCard> cards) {
        var urgentFirst = cards.stream()
                .sorted(StartCard.mostUrgentFirst(DoFirst::amongKinds))
                .toList();
        var kinds = cards.stream().filter(card -> !card.rows().isEmpty()).count();
        var most = kinds > 1 ? ROWS_OF_A_KIND : StartCard.ROWS;
        var urgent = urgent(urgentFirst);
        var list = new UnorderedList();
        list.addClassName("tasks");
        urgent.forEach(task -> list.add(item(task.card(), task.row())));
        for (var card : urgentFirst) {
            var before = urgent.stream().filter(task -> task.card() == card).count();
            var others =
                    amongKinds(card).stream().limit(Math.max(most - before, 0)).toList();
            others.forEach(row -> list.add(item(card, row)));
            if (card.count() > before + others.size()) {
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
        Stream.concat(urgent.stream().map(Task::row), urgentFirst.stream().flatMap(card -> card.rows().stream()))
                .findFirst()
                .ifPresent(first -> fill(first.action()));
        return Ui.card("Do first", parts.toArray(Component[]::new));
    }

    private static List<StartCard.Row> amongKinds(StartCard card) {
        return card.rows().stream()
                .filter(row -> !row.urgency().isBeforeKinds())
                .toList();
    }

    /** Returns the rows that come before those of all cards, most urgent first. */
    private static List<Task> urgent(List<StartCard> cards) {
        return cards.stream()
                .flatMap(card -> card.rows().stream()
                        .filter(row -> row.urgency().isBeforeKinds())
                        .limit(StartCard.ROWS)
                        .map(row -> new Task(card, row)))
                .sorted(Comparator.comparing(task -> task.row().urgency()))
                .toList();
    }

    /** Returns a row of a list of several kinds. */
    static ListItem item(StartCard card, StartCard.Row row) {
        var item = new ListItem(
                card.tile(),
                Ui.div("stack-0 grow", Ui.text("strong", row.who()), Ui.text("muted small", row.why())),
                row.action());
        item.addClassNames("task", card.toneClass());
        return item;
    }

    /** Returns a row that leads to all of a kind. */
    static ListItem all(StartCard card) {
        var item = new ListItem(card.allNamed());
        item.addClassNames("task", "task-all");
        return item;
    }

    /** Fills the first action; a row may have several. */
    static void fill(Component action) {
        if (action instanceof Button button) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        } else if (action instanceof Anchor link) {
            link.addClassName("filled");
        } else {
            action.getChildren().findFirst().ifPresent(DoFirst::fill);
        }
    }
}
