package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.RequiredFields;

/**
 * The statement of a session note. It is shown where a signature asks for it and where something is written; else its
 * author opens it.
 */
class StatementField extends Composite<Div> {
    private final TextArea text = NoteText.of("Statement", 1000);
    private final Button add = new Button("Add a statement");
    private boolean isOpened;

    StatementField(Runnable changed) {
        text.setHelperText("Required after a new finding, during a hold, and without consent");
        text.addValueChangeListener(e -> changed.run());
        add.addThemeName("tertiary");
        add.addThemeName("small");
        add.addClickListener(e -> {
            open();
            text.focus();
        });
        getContent().addClassName("statement");
        getContent().add(add, text);
    }

    void show(String statement) {
        Autosave.show(text, statement);
    }

    /** @param isAsked whether a signature asks for it */
    void showIf(boolean isAsked) {
        var isShown = isOpened || isAsked || !text.isEmpty();
        text.setVisible(isShown);
        add.setVisible(!isShown);
    }

    /** Shows it from now on. */
    void open() {
        isOpened = true;
        showIf(true);
    }

    String read() {
        return text.getValue();
    }

    void markWith(RequiredFields marks) {
        marks.of("a statement", text);
    }
}
