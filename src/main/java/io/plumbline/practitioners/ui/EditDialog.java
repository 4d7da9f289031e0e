package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Asks for input and saves it; an error appears above the fields, and the input stays. */
class EditDialog extends Composite<Dialog> {
    private final Div messages = new Div();
    private final BooleanSupplier save;
    private final Button yes;

    /**
     * @param isTyped whether closing would lose input
     * @param save saves the input; returns false if a field shows an error
     */
    EditDialog(String title, String verb, Component fields, BooleanSupplier isTyped, BooleanSupplier save) {
        this.save = save;
        yes = Ui.once(verb, this::attempt);
        var texts = texts(fields).toArray(Component[]::new);
        if (texts.length > 0) {
            yes.addClickShortcut(Key.ENTER).listenOn(texts).resetFocusOnActiveElement();
        }
        var dialog = getContent();
        Dialogs.ask(dialog, Dialogs.Width.MEDIUM, title, isTyped, yes, messages, fields);
    }

    /** Marks what the dialog does as taking something away. */
    EditDialog destructive() {
        Dialogs.destructive(yes);
        return this;
    }

    /** Returns the single-line text fields, in which Enter saves; in a selection list it selects. */
    private static Stream<Component> texts(Component part) {
        return part instanceof TextField ? Stream.of(part) : part.getChildren().flatMap(EditDialog::texts);
    }

    void open() {
        getContent().open();
    }

    private void attempt() {
        Attempt.showing(messages)
                .ifChanged(
                        "A colleague changed this in the meantime. What you typed is still here; close this to see their version.")
                .run(() -> {
                    if (save.getAsBoolean()) {
                        getContent().close();
                    }
                });
    }
}
