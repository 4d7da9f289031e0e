package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
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
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
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
        var fields = new Fields(patient);
        fields.kind.setItems(Arrays.stream(ConsentKind.values())
                .filter(kind -> isOpen(kind, patient))
                .toList());
        fields.kind.setValue(asked);
        var form = FileDialog.form("Record consent");
        fields.addTo(form);
        FileDialog.open(form, "consent", "Record consent", () -> fields.save(patient));
    }

    /** Returns whether the patient can agree to a kind: nothing is in force, or a newer text is there. */
    private static boolean isOpen(ConsentKind kind, PatientDetails patient) {
        return patient.consents().stream()
                .filter(row -> row.kind() == kind && row.isInForce())
                .allMatch(row -> row.newer() != ConsentRow.Newer.NONE);
    }

    private final class Fields {
        private final Select<ConsentKind> kind = new Select<>();
        private final Select<ConsentLanguage> language =
                UiFields.choice("Language of the text", ConsentLanguage.values(), ConsentLanguage::label);
        private final Div text = new Div();
        private final TextField wording = UiFields.line("Version of the wording", 20);
        private final Select<ConsentAgreement.By> by =
                UiFields.choice("Who agreed", ConsentAgreement.By.values(), ConsentAgreement.By::label);
        private final TextField guardian = UiFields.line("Name of the guardian", ConsentAgreement.LONGEST_NAME);
        private final Select<ConsentAgreement.Way> way = UiFields.choice(
                "How", List.of(ConsentAgreement.Way.PAPER, ConsentAgreement.Way.VERBAL), ConsentAgreement.Way::label);
        private final DatePicker on = Days.field("Given on");
        private List<PublishedConsentText> current = List.of();

        Fields(PatientDetails patient) {
            kind.setLabel("Consent to");
            kind.setItemLabelGenerator(ConsentKind::label);
            kind.setPlaceholder("Choose");
            language.setValue(ConsentLanguage.spoken(patient.draft().language()));
            wording.setHelperText("No text is published for this. Enter the version that is printed on the form");
            by.setValue(patient.isMinor() ? ConsentAgreement.By.GUARDIAN : ConsentAgreement.By.PATIENT);
            guardian.setValue(patient.draft().guardian().name());
            way.setPlaceholder("Choose");
            on.setValue(patient.today());
            on.setMax(patient.today());
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

        void addTo(FormDialog form) {
            form.required(kind, "Choose what they agree to");
            form.add(language, text);
            form.required(wording, "Enter the version");
            form.add(by);
            form.required(guardian, "Enter the name of the guardian");
            form.required(way, "Choose how they agreed");
            form.required(on, "Choose the day");
            form.typedIf(() -> !wording.isEmpty() || !kind.isEmpty() || !way.isEmpty());
        }

        void save(PatientDetails patient) {
            var found = shown();
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
        }
    }
}
