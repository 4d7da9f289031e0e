package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.patients.consents.PublishedConsentText;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records a consent: shows the text that is in use, and asks who agreed to it and how. */
@org.springframework.stereotype.Component
class ConsentDialog {
    private final ConsentService consents;
    private final ConsentTextService texts;

    ConsentDialog(ConsentService consents, ConsentTextService texts) {
        this.consents = consents;
        this.texts = texts;
    }

    /** @param asked the kind to ask for; null to choose one */
    void open(PatientDetails patient, @Nullable ConsentKind asked) {
        var form = new Form(patient);
        form.kind.setItems(Arrays.stream(ConsentKind.values())
                .filter(kind -> isOpen(kind, patient))
                .toList());
        form.kind.setValue(asked);
        FileDialog.ask(
                "Record consent",
                "consent",
                "Record consent",
                form::isTouched,
                () -> form.save(patient),
                form.kind,
                form.language,
                form.text,
                form.wording,
                form.by,
                form.guardian,
                form.way,
                form.on);
    }

    /** Returns whether the patient can agree to a kind: nothing is in force, or a newer text is there. */
    private static boolean isOpen(ConsentKind kind, PatientDetails patient) {
        return patient.consents().stream()
                .filter(row -> row.kind() == kind && row.isInForce())
                .allMatch(row -> row.newer() != ConsentRow.Newer.NONE);
    }

    private final class Form {
        private final Select<ConsentKind> kind = new Select<>();
        private final Select<ConsentLanguage> language = new Select<>();
        private final Div text = new Div();
        private final TextField wording = new TextField("Version of the wording");
        private final Select<ConsentAgreement.By> by = new Select<>();
        private final TextField guardian = new TextField("Name of the guardian");
        private final Select<ConsentAgreement.Way> way = new Select<>();
        private final DatePicker on = Days.field("Given on");
        private List<PublishedConsentText> current = List.of();

        Form(PatientDetails patient) {
            kind.setLabel("Consent to");
            kind.setItemLabelGenerator(ConsentKind::label);
            kind.setPlaceholder("Choose");
            language.setLabel("Language of the text");
            language.setItems(ConsentLanguage.values());
            language.setItemLabelGenerator(ConsentLanguage::label);
            language.setValue(ConsentLanguage.spoken(patient.draft().language()));
            wording.setMaxLength(20);
            wording.setHelperText("No text is published for this. Enter the version that is printed on the form");
            by.setLabel("Who agreed");
            by.setItems(ConsentAgreement.By.values());
            by.setItemLabelGenerator(ConsentAgreement.By::label);
            by.setValue(patient.isMinor() ? ConsentAgreement.By.GUARDIAN : ConsentAgreement.By.PATIENT);
            guardian.setMaxLength(ConsentAgreement.LONGEST_NAME);
            guardian.setValue(patient.draft().guardian().name());
            way.setLabel("How");
            way.setItems(ConsentAgreement.Way.PAPER, ConsentAgreement.Way.VERBAL);
            way.setItemLabelGenerator(ConsentAgreement.Way::label);
            way.setPlaceholder("Choose");
            on.setValue(patient.today());
            on.setMax(patient.today());
            // a value sent only on blur would not arrive while the dialog asks whether to close
            List.of(wording, guardian).forEach(field -> field.setValueChangeMode(ValueChangeMode.EAGER));
            load(patient.today());
            kind.addValueChangeListener(e -> show());
            language.addValueChangeListener(e -> show());
            by.addValueChangeListener(e -> show());
            on.addValueChangeListener(e -> {
                if (e.getValue() != null) {
                    load(e.getValue());
                }
            });
        }

        private void load(LocalDate day) {
            current = texts.findCurrent(day);
            show();
        }

        private Optional<PublishedConsentText> shown() {
            return current.stream()
                    .filter(found ->
                            found.key().kind() == kind.getValue() && found.key().language() == language.getValue())
                    .findFirst();
        }

        private void show() {
            var found = shown();
            text.removeAll();
            found.ifPresent(version -> text.add(Ui.div(
                    "stack-1",
                    Ui.text("muted small", "Version " + version.number() + ", which the patient reads now"),
                    ConsentTextPart.of(version))));
            text.setVisible(found.isPresent());
            wording.setVisible(found.isEmpty() && kind.getValue() != null);
            guardian.setVisible(by.getValue() == ConsentAgreement.By.GUARDIAN);
        }

        boolean isTouched() {
            return !wording.isEmpty() || !kind.isEmpty() || !way.isEmpty();
        }

        boolean save(PatientDetails patient) {
            var found = shown();
            var wrong = new FormErrors();
            wrong.refuseEmpty(kind, "Choose what they agree to");
            wrong.refuse(wording, wording.isVisible() && wording.getValue().isBlank(), "Enter the version");
            wrong.refuse(
                    guardian, guardian.isVisible() && guardian.getValue().isBlank(), "Enter the name of the guardian");
            wrong.refuseEmpty(way, "Choose how they agreed");
            wrong.refuseEmpty(on, "Choose the day");
            if (!wrong.areNone()) {
                return false;
            }
            var agreement = new ConsentAgreement(
                    by.getValue(), guardian.isVisible() ? guardian.getValue() : "", way.getValue());
            var chosen = Objects.requireNonNull(kind.getValue());
            var consent = consents.give(
                    patient.id(),
                    new ConsentDraft(
                            chosen,
                            found.isPresent() ? "" : wording.getValue(),
                            on.getValue(),
                            found.map(PublishedConsentText::id).orElse(null),
                            agreement));
            FileDialog.undoable("Consent recorded: " + chosen.label(), "consent", () -> consents.undo(consent));
            return true;
        }
    }
}
