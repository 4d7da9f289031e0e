package io.plumbline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.OpeningReason;
import io.plumbline.access.OpeningService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.ui.Ui;
import java.util.UUID;

/** Asks why a record outside the relation is needed now. What was typed stays when it is closed and opened again. */
class OpenWithReason extends Composite<Dialog> {
    private static final int MOST = 400;

    private final OpeningService openings;
    private final PatientId patient;
    private final Runnable opened;

    /** Born with the dialog, so that a click that is sent twice opens once. */
    private final UUID operation = Ids.next();

    private final TextArea reason = new TextArea("Reason");
    private final Div messages = new Div();

    OpenWithReason(OpeningService openings, PatientId patient, Runnable opened) {
        this.openings = openings;
        this.patient = patient;
        this.opened = opened;
        reason.setMaxLength(MOST);
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText("At least 15 characters. A manager and the auditor read it: no clinical details.");
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        var open = new Button("Open for " + OpeningService.LASTS.toMinutes() + " minutes", e -> open());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        var dialog = getContent();
        dialog.setHeaderTitle("Open with a reason");
        dialog.setCloseOnOutsideClick(false);
        dialog.setWidth("min(480px, 96vw)");
        dialog.add(Ui.div(
                "stack-3",
                Ui.text(
                        "muted",
                        "For when you must know a patient whom you do not treat. Each look is marked in the audit trail,"
                                + " and somebody reviews it."),
                messages,
                reason));
        dialog.getFooter().add(new Button("Cancel", e -> dialog.close()), open);
    }

    /** Shows it, and leads the keyboard to the reason. */
    void ask() {
        getContent().open();
        reason.focus();
    }

    private void open() {
        messages.removeAll();
        try {
            if (openings.open(operation, patient, new OpeningReason(reason.getValue()))) {
                getContent().close();
                opened.run();
            } else {
                messages.add(Ui.alert("Nothing could be opened at this address: it is not available."));
            }
        } catch (IllegalArgumentException refused) {
            reason.setErrorMessage(refused.getMessage());
            reason.setInvalid(true);
            reason.focus();
        }
    }
}
