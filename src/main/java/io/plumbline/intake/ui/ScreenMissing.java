package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;

/** Says that a patient was never screened. */
final class ScreenMissing {
    private ScreenMissing() {}

    static Component banner() {
        return Ui.div(
                "banner tone-warn",
                Icon.ALERT.create(),
                Ui.div(
                        "stack-0",
                        Ui.text("strong", "Not screened"),
                        Ui.text("", "No signed intake note includes a red-flag screen yet.")));
    }
}
