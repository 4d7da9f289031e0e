package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import java.util.function.Function;

/** Asks for a statement that becomes part of the request. */
class StatementDialog extends Composite<Dialog> {
    private final Function<String, Optional<String>> save;
    private final TextArea words = new TextArea("In writing");
    private final Div messages = new Div();

    /** @param save saves it; returns the sentence of the refusal, empty if it was saved */
    StatementDialog(String title, String explanation, Function<String, Optional<String>> save) {
        this.save = save;
        words.setMaxLength(AmendmentDraft.LONGEST_WORDS);
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                title,
                () -> !words.isEmpty(),
                new Button("Save", e -> attempt()),
                messages,
                Ui.text("muted", explanation),
                words);
    }

    void open() {
        getContent().open();
        words.focus();
    }

    private void attempt() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(words, "Enter what was written");
        if (wrong.areNone()) {
            save.apply(words.getValue())
                    .ifPresentOrElse(refusal -> messages.add(Ui.alert(refusal)), getContent()::close);
        }
    }
}
