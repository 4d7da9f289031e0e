package io.plumbline.safety.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.safety.ClearanceChoices;
import io.plumbline.safety.ClearanceFinding;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.DecisionField;
import io.plumbline.safety.EvidenceDraft;
import io.plumbline.safety.Examiner;
import io.plumbline.safety.OutsideDocument;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evidence that clears a red flag: who examined the patient, when, and what was found. */
class EvidenceFields extends Composite<Div> {
    private final ClearanceService clearances;
    private final ClearanceChoices choices;
    private final Runnable changed;

    private final ComboBox<ExaminerOption> examiner = new ComboBox<>("Examined by");
    private final TextField name = UiFields.line("Name", 120);
    private final TextField role = UiFields.line("Role, such as profession", 80);
    private final DatePicker examinedOn = Days.field("Examined on");
    private final Select<ClearanceFinding> finding;
    private final DatePicker findingOn = Days.field("");
    private final TextField place = UiFields.line("Where", 120);
    private final TextArea examination = UiFields.area("What was found", 400);
    private final Select<Paper> document;

    /** A document to choose: a file on the record, or that it is asked for. */
    record Paper(String label, OutsideDocument document) {
        static final Paper ASKED = new Paper("Requested, not received yet", OutsideDocument.ASKED);

        private static Paper of(AttachmentRow file) {
            return new Paper(
                    "On file: " + file.title() + ", " + Dates.dayAndYear(file.datedOn()),
                    new OutsideDocument(file.id()));
        }
    }

    /** @param changed runs after a choice that may change what clears the flag */
    EvidenceFields(ClearanceService clearances, ClearanceChoices choices, Runnable changed) {
        this.clearances = clearances;
        this.choices = choices;
        this.changed = changed;
        fillExaminer();
        finding = UiFields.choice("What was found", choices.findings(), ClearanceFinding::label);
        document = UiFields.choice(
                "Document of the examination",
                Stream.concat(Stream.of(Paper.ASKED), choices.files().stream().map(Paper::of))
                        .toList(),
                Paper::label);
        if (choices.notBefore() != null) {
            examinedOn.setHelperText("On or after " + Dates.dayAndYear(choices.notBefore()));
        }
        examiner.setWidthFull();
        examiner.addValueChangeListener(e -> show());
        finding.addValueChangeListener(e -> show());
        getContent().addClassName("stack-2");
        getContent()
                .add(
                        examiner,
                        Ui.div("cluster", name, role),
                        Ui.div("cluster", examinedOn, place),
                        finding,
                        findingOn,
                        examination,
                        document);
        show();
    }

    private void fillExaminer() {
        examiner.setItems(query -> options(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        examiner.setItemLabelGenerator(ExaminerOption::label);
        examiner.setHelperText("A clinician here, a contact of the contacts book, or somebody else");
    }

    private List<ExaminerOption> options(String typed) {
        var options = new ArrayList<ExaminerOption>();
        choices.clinicians().stream()
                .filter(one -> one.name()
                        .toLowerCase(Locale.ROOT)
                        .contains(typed.strip().toLowerCase(Locale.ROOT)))
                .map(ExaminerOption::of)
                .forEach(options::add);
        clearances.findContacts(typed).stream().map(ExaminerOption::of).forEach(options::add);
        options.add(ExaminerOption.SOMEBODY_ELSE);
        return options;
    }

    private boolean isNamed() {
        return ExaminerOption.SOMEBODY_ELSE.equals(examiner.getValue());
    }

    private boolean isHold() {
        return choices.level().isHold();
    }

    /** Returns whether a clinician of the clinic is chosen, who alone does not clear an emergency flag. */
    boolean needsSecond() {
        return choices.level() == FlagLevel.E
                && examiner.getValue() != null
                && examiner.getValue().isOfStaff();
    }

    /** Returns what clears the flag, as far as the examiner is chosen; empty if a clinician alone clears it. */
    String effect() {
        if (choices.level() != FlagLevel.E) {
            return "";
        }
        if (choices.isAlone()) {
            return "You are the only clinician here who may clear it: an outside examiner's finding is the only way.";
        }
        if (examiner.getValue() == null) {
            return "An outside examiner's finding clears it at once. A finding of a clinician here is confirmed by a"
                    + " second one; the hold stays until then.";
        }
        return needsSecond() ? "The hold stays until a second clinician confirms it on their own sign-in." : "";
    }

    private void show() {
        var isOutside = examiner.getValue() != null && !examiner.getValue().isOfStaff();
        name.setVisible(isNamed());
        role.setVisible(isNamed());
        finding.setVisible(isHold());
        var found = finding.getValue();
        findingOn.setVisible(found != null && !found.day().isEmpty());
        findingOn.setLabel(found == null ? "" : found.day());
        place.setVisible(isHold() && (isOutside || found != null && found.hasPlace()));
        document.setVisible(isHold() && isOutside);
        examination.setLabel(isHold() && found != null ? found.words() : "What was examined and found");
        changed.run();
    }

    /** Marks what is missing; the service judges the rest. */
    void refuseEmpty(FormErrors wrong) {
        wrong.refuseEmpty(examiner, "Say who examined the patient");
        if (isNamed()) {
            wrong.refuseEmpty(name, "Enter the name");
            wrong.refuseEmpty(role, "Enter the role");
        }
        wrong.refuseEmpty(examinedOn, "Choose the day of the examination");
        if (place.isVisible()) {
            wrong.refuseEmpty(place, "Enter where it was");
        }
        if (isHold()) {
            wrong.refuseEmpty(finding, "Choose what was found");
        }
        if (findingOn.isVisible()) {
            wrong.refuseEmpty(findingOn, "Choose the day");
        }
        wrong.refuseEmpty(examination, "Enter the findings");
        if (document.isVisible()) {
            wrong.refuseEmpty(document, "Choose the document, or \"Requested, not received yet\"");
        }
    }

    /** Shows refusals of a dialog at these fields. */
    void answer(FormDialog form) {
        form.at(DecisionField.EXAMINER, examiner)
                .at(DecisionField.EXAMINER_NAME, name)
                .at(DecisionField.EXAMINER_ROLE, role)
                .at(DecisionField.EXAMINED_ON, examinedOn)
                .at(DecisionField.PLACE, place)
                .at(DecisionField.FINDING, finding)
                .at(DecisionField.FINDING_ON, findingOn)
                .at(DecisionField.EXAMINATION, examination)
                .at(DecisionField.DOCUMENT, document);
    }

    EvidenceDraft read() {
        return new EvidenceDraft(
                chosen(),
                examinedOn.getValue(),
                finding.getValue(),
                examination.getValue(),
                findingOn.isVisible() ? findingOn.getValue() : null,
                place.isVisible() ? place.getValue() : "",
                document.isVisible() && document.getValue() != null
                        ? document.getValue().document()
                        : null);
    }

    private @Nullable Examiner chosen() {
        if (isNamed()) {
            return new Examiner.Named(name.getValue(), role.getValue());
        }
        return examiner.getValue() == null ? null : examiner.getValue().examiner();
    }
}
