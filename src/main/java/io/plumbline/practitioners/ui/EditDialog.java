package io.plumbline.practitioners.ui;

import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;

/** The dialogs of a practitioner's page: Enter saves, and what was typed stays if a colleague saved first. */
final class EditDialog {
    private EditDialog() {}

    static FormDialog form(String title) {
        var form = Dialogs.form(title).savedByEnter();
        return form.ifChanged(
                () -> form.warn(
                        "A colleague changed this in the meantime. What you typed is still here; close this to see their version."));
    }
}
