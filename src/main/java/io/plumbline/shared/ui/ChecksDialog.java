package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.SigningCheck;
import java.util.List;
import java.util.function.Consumer;

/** Shows the contradictions of a record before signing, one row each, and asks for an answer to each. */
public final class ChecksDialog extends Composite<Dialog> {
    private final List<CheckRow> rows;
    private final Consumer<List<CheckReply>> answered;

    /** @param answered receives the replies once every check has one that may be signed */
    public ChecksDialog(List<SigningCheck> checks, Consumer<List<CheckReply>> answered) {
        this.answered = answered;
        rows = checks.stream().map(check -> new CheckRow(check, "sign")).toList();
        var sign = new Button("Sign", e -> check());
        var isChosen = checks.stream().noneMatch(check -> check.choices().isEmpty());
        var fields = Ui.div(
                "stack-3",
                Ui.text(
                        "muted",
                        (isChosen ? "Choose an answer." : "Answer each in a few words.")
                                + " What you answer is signed with the record."));
        rows.forEach(fields::add);
        sign.addClickShortcut(Key.ENTER).listenOn(fields);
        Dialogs.ask(getContent(), Dialogs.Width.MEDIUM, "Before you sign", this::isTyped, sign, fields);
    }

    public void open() {
        getContent().open();
        // of choices the first gets the focus, as in every dialog
        rows.stream().findFirst().ifPresent(CheckRow::focusWords);
    }

    private boolean isTyped() {
        return rows.stream().anyMatch(CheckRow::isTyped);
    }

    private void check() {
        var wrong = new FormErrors();
        rows.forEach(row -> row.judge(wrong));
        if (wrong.areNone()) {
            getContent().close();
            answered.accept(rows.stream().map(CheckRow::reply).toList());
        }
    }
}
