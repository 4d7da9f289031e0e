package io.plumbline.patients.ui.attachments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.attachments.AttachmentDraft;
import io.plumbline.patients.attachments.AttachmentField;
import io.plumbline.patients.attachments.AttachmentKind;
import io.plumbline.patients.attachments.ReceivedAttachment;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.Arrays;
import java.util.function.Consumer;

/** What is said about a file before it is on the patient's record. */
final class FileToAdd extends Composite<Section> {
    private final String name;
    private final ReceivedAttachment received;
    private final Div messages = new Div();
    private final Select<AttachmentKind> kind = new Select<>();
    private final TextField title = new TextField("Title");
    private final TextField source = new TextField("Who made it");
    private final DatePicker datedOn = Days.field("Date");
    private final Button remove;

    /**
     * Creates the fields.
     *
     * @param name the name of the file on the person's computer, only to tell the files apart
     */
    FileToAdd(String name, ReceivedAttachment received, PatientDetails patient, Consumer<FileToAdd> removed) {
        this.name = name;
        this.received = received;
        kind.setLabel("Kind");
        kind.setItems(Arrays.stream(AttachmentKind.values())
                .filter(one -> patient.clinical() != null || !one.isClinical())
                .toList());
        kind.setItemLabelGenerator(AttachmentKind::label);
        if (patient.clinical() == null) {
            kind.setValue(AttachmentKind.SIGNED_FORM);
        }
        title.setMaxLength(AttachmentDraft.LONGEST_TITLE);
        title.setHelperText("As the list shows it, such as “MRI lumbar spine”");
        source.setMaxLength(AttachmentDraft.LONGEST_SOURCE);
        source.setHelperText("Practice or hospital; optional for forms");
        datedOn.setMax(patient.today());
        datedOn.setHelperText("Of the recording, the letter or the signature");
        remove = new Button("Remove", e -> removed.accept(this));
        remove.addThemeVariants(ButtonVariant.SMALL);
        remove.setAriaLabel("Remove " + name);
    }

    @Override
    protected Section initContent() {
        var form = new FormLayout(kind, title, source, datedOn);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
        return Ui.card(name, messages, form, Ui.div("cluster", remove));
    }

    ReceivedAttachment received() {
        return received;
    }

    void focus() {
        kind.focus();
    }

    /** Returns whether everything that is needed is filled in; otherwise the fields say what is missing. */
    boolean isComplete() {
        messages.removeAll();
        var wrong = new FormErrors();
        wrong.refuseEmpty(kind, "Choose what it is");
        wrong.refuseEmpty(title, "Enter a title");
        var chosen = kind.getValue();
        wrong.refuse(
                source,
                chosen != null && chosen.needsSource() && source.getValue().isBlank(),
                "Enter who made it");
        wrong.refuseEmpty(datedOn, "Enter the date");
        return wrong.areNone();
    }

    /** Runs the save; returns whether it succeeded, otherwise the fields say why not. */
    boolean isSaved(Consumer<AttachmentDraft> save) {
        var draft = new AttachmentDraft(kind.getValue(), title.getValue(), source.getValue(), datedOn.getValue());
        return Attempt.showing(messages)
                .at(AttachmentField.KIND, kind)
                .at(AttachmentField.TITLE, title)
                .at(AttachmentField.SOURCE, source)
                .at(AttachmentField.DATED_ON, datedOn)
                .run(() -> save.accept(draft));
    }
}
