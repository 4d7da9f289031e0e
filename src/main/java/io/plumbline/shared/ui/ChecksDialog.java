package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.SigningCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Shows the contradictions of a record before signing and asks for one line on each, or for one of its answers. */
public final class ChecksDialog extends Composite<Dialog> {
    private final Map<SigningCheck, TextField> lines = new LinkedHashMap<>();
    private final Map<SigningCheck, RadioButtonGroup<String>> choices = new LinkedHashMap<>();
    private final Consumer<List<CheckAnswer>> answered;

    /** @param answered receives the answers once every check has one */
    public ChecksDialog(List<SigningCheck> checks, Consumer<List<CheckAnswer>> answered) {
        this.answered = answered;
        var sign = new Button("Sign", e -> check());
        var isChosen = checks.stream().noneMatch(check -> check.choices().isEmpty());
        var fields = Ui.div(
                "stack-3",
                Ui.text(
                        "muted",
                        (isChosen ? "Choose an answer." : "Answer each in one line.")
                                + " What you answer is signed with the record."));
        for (var check : checks) {
            if (!check.choices().isEmpty()) {
                fields.add(choice(check));
                continue;
            }
            var line = new TextField(check.question());
            line.setMaxLength(CheckAnswer.LONGEST);
            // eager, because Enter arrives before the browser sends the last change
            line.setValueChangeMode(ValueChangeMode.EAGER);
            line.setRequiredIndicatorVisible(true);
            line.setWidthFull();
            lines.put(check, line);
            fields.add(line);
        }
        sign.addClickShortcut(Key.ENTER).listenOn(fields);
        var dialog = getContent();
        Dialogs.ask(dialog, Dialogs.Width.MEDIUM, "Before you sign", this::isTyped, sign, fields);
    }

    private RadioButtonGroup<String> choice(SigningCheck check) {
        var choice = new RadioButtonGroup<String>(check.question());
        choice.addClassName("choices");
        choice.setItems(check.choices());
        choice.setRequiredIndicatorVisible(true);
        choices.put(check, choice);
        return choice;
    }

    public void open() {
        getContent().open();
        lines.values().stream().findFirst().ifPresent(TextField::focus);
    }

    private boolean isTyped() {
        return lines.values().stream().anyMatch(line -> !line.isEmpty())
                || choices.values().stream().anyMatch(choice -> !choice.isEmpty());
    }

    private void check() {
        var wrong = new FormErrors();
        lines.values()
                .forEach(line -> wrong.refuse(line, TextLimit.isBlank(line.getValue()), "Answer this before you sign"));
        choices.values().forEach(choice -> wrong.refuse(choice, choice.isEmpty(), "Choose an answer before you sign"));
        if (wrong.areNone()) {
            getContent().close();
            answered.accept(Stream.concat(
                            lines.entrySet().stream().map(line -> line.getKey()
                                    .answered(line.getValue().getValue())),
                            choices.entrySet().stream().map(choice -> choice.getKey()
                                    .answered(choice.getValue().getValue())))
                    .toList());
        }
    }
}
