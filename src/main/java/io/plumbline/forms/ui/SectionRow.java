package io.plumbline.forms.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Ui;
import org.jspecify.annotations.Nullable;

/** The fields that write one section with its questions. */
class SectionRow implements MovableRows.Row<FormSection> {
    private final TextField title = new TextField("Title of the section");
    private final MovableRows<FormQuestion> questions;
    private final Div fields;
    private boolean isShowing;

    SectionRow(Runnable changed) {
        title.setMaxLength(FormSection.LONGEST_TITLE);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.setWidthFull();
        title.addValueChangeListener(e -> {
            if (!isShowing) {
                changed.run();
            }
        });
        questions = new MovableRows<>("question", FormQuestion::empty, QuestionRow::new, changed);
        fields = Ui.div("card", title, questions);
    }

    @Override
    public Component fields() {
        return fields;
    }

    @Override
    public void show(FormSection section) {
        isShowing = true;
        Autosave.show(title, section.title());
        isShowing = false;
        questions.show(section.questions());
    }

    @Override
    public FormSection read() {
        return new FormSection(title.getValue(), questions.read());
    }

    @Override
    public void focus() {
        title.focus();
    }

    @Override
    public @Nullable String wrong() {
        return questions.wrong();
    }
}
