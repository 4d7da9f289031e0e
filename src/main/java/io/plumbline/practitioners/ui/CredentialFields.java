package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.credentials.CredentialDraft;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields of a credential. */
class CredentialFields extends Composite<FormLayout> {
    private final Select<CredentialKind> kind = new Select<>();
    private final Select<Discipline> discipline = new Select<>();
    private final TextField number = new TextField("Number");
    private final TextField issuer = new TextField("Issued by, or state");
    private final DatePicker from = Days.field("Valid from");
    private final DatePicker until = Days.field("Last valid day");
    private boolean isTyped;

    CredentialFields(Set<Discipline> trained) {
        kind.setLabel("Kind");
        kind.setItems(CredentialKind.values());
        kind.setItemLabelGenerator(CredentialKind::label);
        discipline.setLabel("Discipline");
        discipline.setItems(Discipline.values());
        discipline.setEmptySelectionAllowed(true);
        discipline.setEmptySelectionCaption("None");
        discipline.setItemLabelGenerator(value -> value == null ? "None" : value.label());
        number.setMaxLength(60);
        issuer.setMaxLength(80);
        until.setHelperText("Leave empty if it does not expire");
        kind.setValue(CredentialKind.LICENCE);
        trained.stream().sorted().findFirst().ifPresent(discipline::setValue);
        kind.addValueChangeListener(e -> {
            if (!e.getValue().entitles()) {
                discipline.clear();
            }
        });
        List.of(kind, discipline).forEach(field -> field.addValueChangeListener(e -> isTyped = true));
        List.of(number, issuer).forEach(field -> field.addValueChangeListener(e -> isTyped = true));
        List.of(from, until).forEach(field -> field.addValueChangeListener(e -> isTyped = true));
        getContent().add(kind, discipline, number, issuer, from, until);
        getContent()
                .setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("360px", 2));
    }

    void show(CredentialDraft draft) {
        kind.setValue(draft.kind());
        discipline.setValue(draft.discipline());
        number.setValue(draft.number());
        issuer.setValue(draft.issuer());
        from.setValue(draft.validFrom());
        until.setValue(draft.validUntil());
        isTyped = false;
    }

    /** Fills in the renewal of a credential: the same content, starting on the day after its last. */
    void renew(CredentialDraft before) {
        kind.setValue(before.kind());
        discipline.setValue(before.discipline());
        number.setValue(before.number());
        issuer.setValue(before.issuer());
        if (before.validUntil() != null) {
            from.setValue(before.validUntil().plusDays(1));
        }
        isTyped = false;
    }

    boolean isTyped() {
        return isTyped;
    }

    /** Returns the draft; empty, with a message at every invalid field, if there is none. */
    Optional<CredentialDraft> read() {
        var wrong = new FormErrors();
        wrong.refuse(
                discipline, kind.getValue().entitles() && discipline.isEmpty(), "Choose the discipline that it covers");
        wrong.refuseEmpty(number, "Enter the number on the credential");
        wrong.refuseEmpty(issuer, "Enter who issued it");
        wrong.refuseEmpty(from, "Choose the first valid day");
        wrong.refuse(
                until,
                !until.isEmpty() && !from.isEmpty() && until.getValue().isBefore(from.getValue()),
                "The last valid day is before the first");
        if (!wrong.areNone()) {
            return Optional.empty();
        }
        return Optional.of(new CredentialDraft(
                kind.getValue(),
                discipline.getValue(),
                number.getValue(),
                issuer.getValue(),
                from.getValue(),
                until.getValue()));
    }
}
