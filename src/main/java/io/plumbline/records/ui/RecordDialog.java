package io.plumbline.records.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A dialog that shows one record of a register, and what can be done with it. After each act the record is read and
 * drawn again, and the list behind it is told.
 *
 * @param <R> the record as it is shown
 */
public final class RecordDialog<R> {
    private final Dialog dialog = new Dialog();
    private final Div messages = new Div();
    private final Div content = Ui.div("stack-3");
    private final String ifChanged;
    private final Supplier<R> current;
    private final BiConsumer<Div, R> draw;
    private final Runnable changed;
    private final R opened;

    /**
     * Creates the dialog.
     *
     * @param ifChanged what it says if a colleague changed the record in the meantime
     * @param row the record, just read
     * @param current reads the record
     * @param draw draws the record into the empty content
     * @param changed runs after each act
     */
    public RecordDialog(
            String title, String ifChanged, R row, Supplier<R> current, BiConsumer<Div, R> draw, Runnable changed) {
        this.ifChanged = ifChanged;
        opened = row;
        this.current = current;
        this.draw = draw;
        this.changed = changed;
        Dialogs.show(dialog, Dialogs.Width.LARGE, title, messages, content);
    }

    /** Returns the place where the record is drawn. */
    public Component content() {
        return content;
    }

    /** Draws the record and opens the dialog. */
    public void open() {
        draw(opened);
        dialog.open();
    }

    /** Draws a record that was just read. */
    public void draw(R row) {
        content.removeAll();
        draw.accept(content, row);
    }

    /** Reads and draws the record after an act. */
    public void done() {
        draw(current.get());
        changed.run();
    }

    /** Does something to the record, and says here why it is refused. */
    public void run(Runnable action) {
        Attempt.showing(messages).ifChanged(ifChanged).run(action);
        done();
    }

    /**
     * Creates a button that asks why, and then does something to the record.
     *
     * @param explanation what to write, or what comes of it
     * @param action gets the reason
     */
    public Button asksWhy(String words, String title, String explanation, String verb, Consumer<String> action) {
        return new Button(words, e -> new ReasonDialog(title, explanation, verb, reason -> {
                    var refusal = Attempt.refusalOf(() -> action.accept(reason), () -> ifChanged);
                    if (refusal.isEmpty()) {
                        done();
                    }
                    return refusal;
                })
                .open());
    }

    /** Creates a form about the record, with the words for a record that was changed in the meantime. */
    public FormDialog form(String title) {
        var form = RegisterScreen.form(title);
        return form.ifChanged(() -> form.warn(ifChanged));
    }
}
