package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind, one of which is always there to fill in, with a button for the next.
 *
 * @param <V> what a row says
 */
class RowFields<V> extends Composite<Div> {
    /** A row that is filled in. */
    interface Row<V> {
        Component fields();

        Focusable<?> first();

        void show(V value);

        /** Returns what the row says; empty if nothing. */
        Optional<V> read();

        /** Returns which field has invalid input, as text; null if there is none. */
        default @Nullable String wrong() {
            return null;
        }
    }

    private final List<Row<V>> rows = new ArrayList<>();
    private final Div shown = Ui.div("stack-2");
    private final Button add;
    private final int most;
    private final IntFunction<Row<V>> maker;

    /**
     * @param another the label of the button
     * @param most the most rows
     * @param maker makes a row by its number, from 1
     */
    RowFields(String another, int most, IntFunction<Row<V>> maker) {
        this.most = most;
        this.maker = maker;
        add = new Button(another, e -> add().first().focus());
        add.addThemeName("small");
        getContent().addClassName("stack-2");
        getContent().add(shown, Ui.div("cluster", add));
        add();
    }

    void show(List<V> values) {
        while (rows.size() > Math.max(1, values.size())) {
            shown.remove(rows.removeLast().fields());
        }
        if (values.isEmpty()) {
            rows.clear();
            shown.removeAll();
            add();
        }
        for (int i = 0; i < values.size(); i++) {
            if (i == rows.size()) {
                add();
            }
            rows.get(i).show(values.get(i));
        }
        add.setEnabled(rows.size() < most);
    }

    List<V> read() {
        return rows.stream().flatMap(row -> row.read().stream()).toList();
    }

    /** Returns which field has invalid input, as text; null if there is none. */
    @Nullable
    String wrong() {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.wrong()))
                .findFirst()
                .orElse(null);
    }

    private Row<V> add() {
        var row = maker.apply(rows.size() + 1);
        rows.add(row);
        shown.add(row.fields());
        add.setEnabled(rows.size() < most);
        return row;
    }
}
