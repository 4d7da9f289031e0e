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
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.Set;

/** Fields of a credential. */
class CredentialFields extends Composite<FormLayout> {
    private final Select<CredentialKind> kind = UiFields.choice("Kind", CredentialKind.values(), CredentialKind::label);
    private final Select<Discipline> discipline =
            UiFields.optional("Discipline", "None", List.of(Discipline.values()), Discipline::label);
    private final TextField number = UiFields.line("Number", 60);
    private final TextField issuer = UiFields.line("Issued by, or state", 80);
    private final DatePicker from = Days.field("Valid from");
    private final DatePicker until = Days.field("Last valid day");

    CredentialFields(Set<Discipline> trained) {
        until.setHelperText("Leave empty if it does not expire");
        kind.setValue(CredentialKind.LICENCE);
        trained.stream().sorted().findFirst().ifPresent(discipline::setValue);
        kind.addValueChangeListener(e -> {
            if (!e.getValue().entitles()) {
                discipline.clear();
            }
        });
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
    }

    /** Marks what is missing or wrong. */
    void check(FormErrors wrong) {
        wrong.refuse(
                discipline, kind.getValue().entitles() && discipline.isEmpty(), "Choose the discipline that it covers");
        wrong.refuseEmpty(number, "Enter the number on the credential");
        wrong.refuseEmpty(issuer, "Enter who issued it");
        wrong.refuseEmpty(from, "Choose the first valid day");
        wrong.refuse(
                until,
                !until.isEmpty() && !from.isEmpty() && until.getValue().isBefore(from.getValue()),
                "The last valid day is before the first");
    }

    /** Returns the draft; nothing is missing or wrong. */
    CredentialDraft read() {
        return new CredentialDraft(
                kind.getValue(),
                discipline.getValue(),
                number.getValue(),
                issuer.getValue(),
                from.getValue(),
                until.getValue());
    }
}
