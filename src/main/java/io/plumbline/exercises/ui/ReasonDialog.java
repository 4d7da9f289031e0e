package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;

/** Asks why something is done; stays open until it is answered. */
class ReasonDialog extends Composite<Dialog> {
    private final TextArea reason = new TextArea("Reason");

    ReasonDialog(String title, String explanation, String verb, Consumer<String> then) {
        reason.setMaxLength(400);
        reason.setWidthFull();
        var yes = new Button(verb, e -> {
            reason.setInvalid(reason.getValue().isBlank());
            reason.setErrorMessage("Say why; it stays on record");
            if (reason.isInvalid()) {
                reason.focus();
            } else {
                getContent().close();
                then.accept(reason.getValue());
            }
        });
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        var dialog = getContent();
        dialog.setHeaderTitle(title);
        dialog.setCloseOnOutsideClick(false);
        dialog.setWidth("min(480px, 96vw)");
        dialog.add(Ui.div("stack-3", Ui.text("muted", explanation), reason));
        dialog.getFooter().add(new Button("Cancel", e -> dialog.close()), yes);
    }

    void open() {
        getContent().open();
        reason.focus();
    }
}
