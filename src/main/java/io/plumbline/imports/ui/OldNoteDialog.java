package io.plumbline.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.imports.oldnotes.OldNoteRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.util.function.Supplier;

/** Shows an old note. Its text is read when the dialog opens. */
final class OldNoteDialog extends Composite<Dialog> {
    private final Div messages = new Div();
    private final Div text = Ui.div("phrase-text");
    private final Supplier<String> read;

    OldNoteDialog(OldNoteRow row, Supplier<String> read) {
        this.read = read;
        messages.getElement().setAttribute("aria-live", "polite");
        Dialogs.show(
                getContent(),
                Dialogs.Width.LARGE,
                row.shownTitle(),
                Ui.text(
                        "strong",
                        Dates.dayAndYear(row.writtenOn())
                                + (row.author().isEmpty() ? ", author not named" : ", " + row.author())),
                Ui.text("muted", row.origin() + "."),
                messages,
                text);
    }

    void open() {
        Attempt.showing(messages).run(() -> text.setText(read.get()));
        getContent().open();
    }
}
