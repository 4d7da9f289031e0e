package io.plumbline.patients.ui.sensitive;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.patients.sensitive.SensitiveRecord;
import io.plumbline.patients.sensitive.SensitiveRecord.Reader;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The dialogs that mark a patient as sensitive, add people, and remove the mark. */
@org.springframework.stereotype.Component
class SensitiveDialogs {
    static final String OPENER = "sensitive";

    private static final String WHAT_IT_DOES =
            "Nobody else can find the record. The schedule shows its visits as Sensitive patient."
                    + " The privacy officer always finds it. Clinicians can still open it with break-glass access.";

    private final SensitivePatientService service;

    SensitiveDialogs(SensitivePatientService service) {
        this.service = service;
    }

    /** Asks who finds the record and why, and marks the patient. */
    void mark(PatientId patient, Set<StaffId> proposed) {
        var me = CurrentUser.current();
        var others = candidates(patient).stream()
                .filter(one -> !one.id().equals(me.staff()))
                .toList();
        var named = new MultiSelectComboBox<Reader>("Who else finds the record");
        named.setItems(others);
        named.setItemLabelGenerator(Reader::name);
        named.setValue(
                others.stream().filter(one -> proposed.contains(one.id())).collect(Collectors.toSet()));
        named.setHelperText("Name whoever books and treats the patient, such as one person at the front desk."
                + (me.has(Role.AUDITOR) ? "" : " You are named too."));
        var form = FileDialog.form("Mark as sensitive").add(Ui.text("", WHAT_IT_DOES), named);
        var reason = form.required(
                UiFields.line("Why the record is sensitive", SensitivePatientService.LONGEST_REASON),
                "Say why the record is sensitive");
        reason.setHelperText("Such as: works at the clinic. No findings");
        FileDialog.open(form, OPENER, "Mark as sensitive", () -> {
            service.mark(
                    patient, named.getValue().stream().map(Reader::id).collect(Collectors.toSet()), reason.getValue());
            Toast.done("Marked as sensitive");
        });
    }

    /** Asks for one more person who finds the record. */
    void name(SensitiveRecord record) {
        var person = new ComboBox<Reader>("Person");
        person.setItems(candidates(record.patient()).stream()
                .filter(one -> !record.named().contains(one))
                .toList());
        person.setItemLabelGenerator(Reader::name);
        var form = FileDialog.form("Add a person")
                .say("They find the record as far as their work reaches: a clinician also needs a visit, a plan or a"
                        + " place on the care team.");
        form.required(person, "Choose a person");
        FileDialog.open(form, OPENER, "Add", () -> {
            service.name(record.patient(), person.getValue().id());
            Toast.done("Added: " + person.getValue().name());
        });
    }

    /**
     * Asks whether a person no longer finds the record.
     *
     * @param removed runs once the person is removed
     */
    void remove(SensitiveRecord record, Reader reader, Runnable removed) {
        FileDialog.confirm(
                "Remove " + reader.name(),
                reader.name() + " will no longer find this record.",
                "Remove",
                OPENER,
                () -> {
                    service.remove(record.patient(), reader.id());
                    Toast.done("Removed: " + reader.name());
                    removed.run();
                });
    }

    /** Asks why the record is no longer sensitive, and removes the mark. */
    void lift(SensitiveRecord record) {
        var form = FileDialog.form("Remove the mark of " + record.number())
                .add(Ui.text("", "Everybody whose work reaches this patient finds the record again."));
        var reason = form.required(
                UiFields.line("Why it is no longer sensitive", SensitivePatientService.LONGEST_REASON),
                "Say why it is no longer sensitive");
        FileDialog.open(form, OPENER, "Remove the mark", () -> {
            service.lift(record.patient(), reason.getValue());
            Toast.done("No longer sensitive");
        });
    }

    private List<Reader> candidates(PatientId patient) {
        return service.candidates(patient).entrySet().stream()
                .map(one -> new Reader(one.getKey(), one.getValue()))
                .toList();
    }
}
