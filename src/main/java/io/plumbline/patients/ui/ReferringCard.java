package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.related.ReferringContact;
import io.plumbline.patients.related.ReferringContactService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Ui;
import org.jspecify.annotations.Nullable;

/** Who referred the patient: in the patient's words, and by the contacts book. */
@org.springframework.stereotype.Component
class ReferringCard {
    private static final String OPENER = "referring";
    private static final int MOST = 50;

    private final ReferringContactService contacts;

    ReferringCard(ReferringContactService contacts) {
        this.contacts = contacts;
    }

    Component of(PatientDetails patient) {
        var contact = contacts.findByPatient(patient).orElse(null);
        var words = patient.draft().referredBy();
        var card = Ui.card(
                "Referring source",
                Ui.facts(
                        "In their words",
                        words.isEmpty() ? "Not recorded" : words,
                        "In the contacts book",
                        contact == null ? "Not recorded" : contact.name()));
        if (AtClinic.may(Permission.PATIENT_WRITE, patient.clinics())) {
            card.add(Ui.div(
                    "cluster",
                    FileCards.button(
                            contact == null ? "Choose contact…" : "Change contact…",
                            OPENER,
                            () -> choose(patient, contact))));
        }
        return card;
    }

    private void choose(PatientDetails patient, @Nullable ReferringContact now) {
        var who = new ComboBox<ReferringContact>("Contact");
        who.setItems(query -> contacts.search(query.getFilter().orElse(""), MOST).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        who.setItemLabelGenerator(ReferringContact::name);
        who.setClearButtonVisible(true);
        who.setHelperText("Empty if it is nobody of the contacts book");
        who.setValue(now);
        FileDialog.open(
                FileDialog.form("Who referred the patient").add(who),
                OPENER,
                "Save",
                () -> contacts.set(
                        patient.id(),
                        who.getValue() == null ? null : who.getValue().id()));
    }
}
