package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.related.RelatedDraft;
import io.plumbline.patients.related.RelatedKind;
import io.plumbline.patients.related.RelatedPersonService;
import io.plumbline.patients.related.RelatedRow;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.function.Function;

/** The people around a patient on the patient's page, with links to those who are patients of the current user's. */
@org.springframework.stereotype.Component
class RelatedCard {
    private static final String OPENER = "related";

    private final RelatedPersonService related;
    private final PatientService patients;
    private final ClinicService clinics;

    RelatedCard(RelatedPersonService related, PatientService patients, ClinicService clinics) {
        this.related = related;
        this.patients = patients;
        this.clinics = clinics;
    }

    Component of(PatientDetails patient) {
        var isChangeable = AtClinic.may(Permission.PATIENT_WRITE, patient.clinics());
        var lines = related.findByPatient(patient).stream()
                .map(row -> line(row, isChangeable))
                .toList();
        return isChangeable
                ? FileCards.card(
                        "Related persons",
                        lines,
                        "No one yet",
                        FileCards.button("Add a person…", OPENER, () -> add(patient)))
                : FileCards.card("Related persons", lines, "No one yet");
    }

    private Div line(RelatedRow row, boolean isChangeable) {
        var words = Ui.div("stack-0 grow", name(row), Ui.text("muted small", row.relation()));
        if (row.phone() != null) {
            words.add(FileCards.phone(row.phone(), row.phone().shown()));
        }
        var line = Ui.div("file-line", words);
        if (isChangeable) {
            var remove = FileCards.small("Remove…", () -> remove(row));
            remove.setAriaLabel("Remove: " + row.name() + ", " + row.relation());
            line.add(remove);
        }
        return line;
    }

    private static Component name(RelatedRow row) {
        return row.patient() == null
                ? Ui.text("strong", row.name())
                : new Anchor(Routes.patient(row.patient()), row.name());
    }

    private void add(PatientDetails patient) {
        var form = FileDialog.form("Add a related person");
        var kind = form.required(
                UiFields.choice("Relation", RelatedKind.values(), RelatedKind::label), "Choose the relation");
        kind.setHelperText("What the person is to " + patient.name());
        var who = new ComboBox<PatientRow>("Patient");
        who.setItems(query -> patients.search(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        who.setItemLabelGenerator(row -> row.name() + ", " + row.numberAndStatus());
        who.setPlaceholder("Name, phone or number");
        who.setHelperText("If the person is a patient too");
        form.add(who);
        var name = form.optional(UiFields.line("Name", RelatedDraft.LONGEST_NAME));
        var phone = form.optional(UiFields.line("Phone", PhoneNumber.LONGEST_TYPED));
        Function<String, PhoneNumber> typedNumber = typed -> PhoneNumber.typed(typed, clinics.phoneRegion());
        form.check(wrong -> {
            wrong.refuse(name, who.isEmpty() && name.getValue().isBlank(), "Choose a patient above, or enter the name");
            wrong.read(phone, typedNumber);
        });
        who.addValueChangeListener(e -> {
            name.setVisible(e.getValue() == null);
            phone.setVisible(e.getValue() == null);
        });
        FileDialog.open(form, OPENER, "Add", () -> {
            var other = who.getValue() == null ? null : who.getValue().id();
            var number = new FormErrors().read(phone, typedNumber);
            related.add(patient.id(), new RelatedDraft(kind.getValue(), other, name.getValue(), number));
        });
    }

    private void remove(RelatedRow row) {
        FileDialog.confirm(
                "Remove this person?",
                row.name() + " will no longer be listed here. A patient's record is not changed.",
                "Remove",
                OPENER,
                () -> {
                    related.remove(row.id());
                    Toast.done("Removed: " + row.name());
                });
    }
}
