package io.plumbline.forms.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are added, removed and put in another order, by buttons, so that the keyboard does it too.
 *
 * @param <V> what a row says
 */
class MovableRows<V> extends Composite<Div> {
    /** The fields of a row. */
    interface Row<V> {
        Component fields();

        void show(V value);

        V read();

        /** Leads the keyboard to the first field. */
        void focus();

        /** Returns which field has invalid input, as text; null if there is none. */
        @Nullable
        String wrong();
    }

    private final class Frame {
        private final Row<V> row;
        private final Button up = small("Move up", () -> move(this, -1));
        private final Button down = small("Move down", () -> move(this, 1));
        private final Button remove = small("Remove", () -> remove(this));
        private final Div shown;

        Frame(Row<V> row) {
            this.row = row;
            shown = Ui.div("stack-2", row.fields(), Ui.div("cluster", up, down, remove));
            shown.getElement().setAttribute("role", "group");
        }
    }

    private final List<Frame> frames = new ArrayList<>();
    private final Div list = Ui.div("stack-4");
    private final String noun;
    private final Supplier<V> empty;
    private final Function<Runnable, Row<V>> maker;
    private final Runnable changed;

    /**
     * @param noun what a row is, in the singular
     * @param maker makes a row, which tells about every change
     */
    MovableRows(String noun, Supplier<V> empty, Function<Runnable, Row<V>> maker, Runnable changed) {
        this.noun = noun;
        this.empty = empty;
        this.maker = maker;
        this.changed = changed;
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", small("Add a " + noun, this::addEmpty)));
    }

    private static Button small(String words, Runnable action) {
        var button = new Button(words, e -> action.run());
        button.addThemeName("small");
        return button;
    }

    void show(List<V> values) {
        while (frames.size() > values.size()) {
            list.remove(frames.removeLast().shown);
        }
        for (int i = 0; i < values.size(); i++) {
            if (i == frames.size()) {
                add();
            }
            frames.get(i).row.show(values.get(i));
        }
        number();
    }

    List<V> read() {
        return frames.stream().map(frame -> frame.row.read()).toList();
    }

    @Nullable
    String wrong() {
        return frames.stream()
                .flatMap(frame -> Stream.ofNullable(frame.row.wrong()))
                .findFirst()
                .orElse(null);
    }

    private Frame add() {
        var frame = new Frame(maker.apply(changed));
        frames.add(frame);
        list.add(frame.shown);
        return frame;
    }

    private void addEmpty() {
        var frame = add();
        frame.row.show(empty.get());
        number();
        changed.run();
        frame.row.focus();
    }

    private void remove(Frame frame) {
        frames.remove(frame);
        list.remove(frame.shown);
        number();
        changed.run();
        if (!frames.isEmpty()) {
            frames.getLast().row.focus();
        }
    }

    /** The moved row keeps the focus, so that pressing again moves it further. */
    private void move(Frame frame, int by) {
        var at = frames.indexOf(frame) + by;
        if (at < 0 || at >= frames.size()) {
            return;
        }
        frames.remove(frame);
        frames.add(at, frame);
        list.remove(frame.shown);
        list.addComponentAtIndex(at, frame.shown);
        number();
        changed.run();
        var isUp = (by < 0 && frame.up.isEnabled()) || !frame.down.isEnabled();
        (isUp ? frame.up : frame.down).focus();
    }

    private void number() {
        for (int i = 0; i < frames.size(); i++) {
            var frame = frames.get(i);
            var name = noun + " " + (i + 1);
            frame.shown.getElement().setAttribute("aria-label", name);
            frame.up.setAriaLabel("Move up: " + name);
            frame.down.setAriaLabel("Move down: " + name);
            frame.remove.setAriaLabel("Remove: " + name);
            frame.up.setEnabled(i > 0);
            frame.down.setEnabled(i + 1 < frames.size());
        }
    }
}
