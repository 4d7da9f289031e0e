package io.plumbline.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.access.breakglass.BreakGlassDecision;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.function.Consumer;

/** Asks a reviewer whether break-glass access was justified, and why they decide so. */
class ReviewDialog extends Composite<Dialog> {
    private final BreakGlassService breakGlass;
    private final BreakGlassRow access;
    private final Consumer<BreakGlassRow> reviewed;
    private final RadioButtonGroup<BreakGlassDecision> decision = new RadioButtonGroup<>("Was it justified?");
    private final TextArea note = new TextArea("Note");
    private final Div messages = new Div();

    /** @param reviewed runs with the access as it is now, also where a colleague reviewed it first */
    ReviewDialog(BreakGlassService breakGlass, BreakGlassRow access, Consumer<BreakGlassRow> reviewed) {
        this.breakGlass = breakGlass;
        this.access = access;
        this.reviewed = reviewed;
        decision.setItems(BreakGlassDecision.values());
        decision.setItemLabelGenerator(BreakGlassDecision::label);
        decision.setRequiredIndicatorVisible(true);
        decision.addValueChangeListener(e -> decision.setInvalid(false));
        note.setMaxLength(BreakGlassService.LONGEST_NOTE);
        note.setWidthFull();
        note.setMinRows(3);
        note.setRequiredIndicatorVisible(true);
        // Escape must see the latest input
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.addValueChangeListener(e -> note.setInvalid(false));
        note.setHelperText(
                "Whom you asked or what you checked. The other reviewers read it. Do not enter clinical" + " details.");
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Review break-glass access",
                () -> !decision.isEmpty() || !note.getValue().isBlank(),
                new Button("Save review", e -> save()),
                messages,
                Ui.facts("Opened by", access.by(), "Patient", access.patientLabel(), "Reason given", access.reason()),
                decision,
                note);
    }

    void open() {
        getContent().open();
    }

    private void save() {
        var wrong = new FormErrors();
        wrong.refuseEmpty(decision, "Choose one");
        wrong.refuse(note, note.getValue().isBlank(), "Write whom you asked or what you checked");
        if (!wrong.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .ifNotAvailable("This access is no longer yours to review. Close this and reload the list")
                .run(() -> {
                    var now = breakGlass.review(access.id(), decision.getValue(), note.getValue());
                    getContent().close();
                    reviewed.accept(now);
                });
    }
}
