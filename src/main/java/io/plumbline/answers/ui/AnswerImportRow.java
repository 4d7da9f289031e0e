package io.plumbline.answers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.answers.AnswerDraft;
import io.plumbline.answers.AnswerFlag;
import io.plumbline.answers.ReadAnswer;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer before its import, or a part of the page that was not recognized: to correct, to accept or to drop. */
class AnswerImportRow extends Composite<ListItem> {
    private final TextField author = new TextField("Author");
    private final TextField city = new TextField("City");
    private final TextField state = new TextField("State");
    private final DatePicker on = Days.field("Answered on");
    private final TextArea text = new TextArea("Text");
    private final String question;
    private final String raw;
    private final boolean isKnown;
    private final Runnable changed;
    private @Nullable ReadAnswer read;
    private boolean isDropped;
    private boolean isOpen;

    /** Creates a row for a parsed answer. */
    static AnswerImportRow of(String question, AnswerDraft draft, boolean isKnown, Runnable changed) {
        var row = new AnswerImportRow(question, "", isKnown, changed);
        row.read = ReadAnswer.of(question, draft);
        row.draw();
        return row;
    }

    /** Creates a row for text that was not recognized; it is dropped unless the user turns it into an answer. */
    static AnswerImportRow notUnderstood(String question, String raw, Runnable changed) {
        var row = new AnswerImportRow(question, raw, false, changed);
        row.isDropped = true;
        row.draw();
        return row;
    }

    private AnswerImportRow(String question, String raw, boolean isKnown, Runnable changed) {
        this.question = question;
        this.raw = raw;
        this.isKnown = isKnown;
        this.changed = changed;
        author.setMaxLength(120);
        city.setMaxLength(80);
        state.setMaxLength(2);
        text.setMaxLength(AnswerDraft.LONGEST);
        text.setMinRows(4);
        getContent().addClassName("import-row");
    }

    /** Returns the answer to import; empty if it is dropped or not a complete answer yet. */
    Optional<ReadAnswer> answer() {
        return isDropped ? Optional.empty() : Optional.ofNullable(read);
    }

    /** Returns whether the text was not recognized and the user has not turned it into an answer. */
    boolean isLeftOut() {
        return read == null;
    }

    /** Returns whether the row is still being corrected. */
    boolean isOpen() {
        return isOpen;
    }

    /** Moves the keyboard focus to the first field of the row. */
    void focus() {
        author.focus();
    }

    private void draw() {
        getContent().removeAll();
        getContent().getClassNames().set("dropped", isDropped && !isOpen);
        getContent().add(isOpen ? form() : read == null ? unread(raw) : summary(read.draft()));
    }

    private Component unread(String words) {
        return Ui.div(
                "import-line",
                Ui.div(
                        "stack-0 grow",
                        Ui.text("quoted", words),
                        Ui.text("muted small", "No line with name, city, state and date was recognized above it.")),
                Ui.div("cluster", button("Turn into an answer…", "", () -> open(true))));
    }

    private Component summary(AnswerDraft draft) {
        var badges = Ui.div("cluster");
        if (isKnown) {
            badges.add(StatusBadge.neutral("Already imported"));
        }
        draft.flags().stream()
                .sorted()
                .map(AnswerFlag::label)
                .map(StatusBadge::warn)
                .forEach(badges::add);
        var actions = isDropped
                ? Ui.div("cluster", button("Undo", draft.author(), () -> drop(false)))
                : Ui.div(
                        "cluster",
                        button("Edit…", draft.author(), () -> open(true)),
                        button("Discard", draft.author(), () -> drop(true)));
        return Ui.div(
                "import-line",
                Ui.div(
                        "stack-0 grow",
                        Ui.text("strong", draft.author()),
                        Ui.text(
                                "muted small",
                                draft.city() + ", " + draft.state() + " · " + Dates.dayAndYear(draft.on())),
                        Ui.text("clamp", draft.text().isEmpty() ? "No text" : draft.text())),
                badges,
                actions);
    }

    private static Button button(String verb, String whose, Runnable action) {
        var button = new Button(verb, e -> action.run());
        button.getElement().getThemeList().add("small");
        if (!whose.isEmpty()) {
            button.setAriaLabel(verb.replace("…", "") + ": " + whose);
        }
        return button;
    }

    private void drop(boolean isDropped) {
        this.isDropped = isDropped;
        draw();
        changed.run();
        getContent().getElement().executeJs("this.querySelector('vaadin-button')?.focus()");
    }

    private void open(boolean isOpen) {
        this.isOpen = isOpen;
        draw();
        changed.run();
        if (isOpen) {
            author.focus();
        } else {
            getContent().getElement().executeJs("this.querySelector('vaadin-button')?.focus()");
        }
    }

    private Component form() {
        if (read == null) {
            text.setValue(text.isEmpty() ? raw : text.getValue());
        } else {
            author.setValue(read.draft().author());
            city.setValue(read.draft().city());
            state.setValue(read.draft().state());
            on.setValue(read.draft().on());
            text.setValue(read.draft().text());
        }
        var fields = new FormLayout(author, city, state, on, text);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        fields.setColspan(text, 2);
        return Ui.div(
                "stack-2",
                fields,
                Ui.div("cluster", button("Done", "", this::take), button("Cancel", "", () -> open(false))));
    }

    private void take() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(author, "Enter who answered");
        wrong.refuseEmpty(city, "Enter the city");
        wrong.refuse(state, !state.getValue().strip().matches("\\p{Alpha}{2}"), "Two letters, such as AZ");
        wrong.refuseEmpty(on, "Enter the day, such as 2012-02-21");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.telling(refused -> wrong.refuse(text, true, refused)).run(() -> {
            var draft = AnswerDraft.of(
                    author.getValue(), city.getValue(), state.getValue(), on.getValue(), text.getValue());
            read = read == null ? ReadAnswer.of(question, raw, draft) : new ReadAnswer(read.key(), draft);
            isDropped = false;
            open(false);
        });
        wrong.areNone();
    }
}
