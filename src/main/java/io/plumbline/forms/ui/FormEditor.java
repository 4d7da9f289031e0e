package io.plumbline.forms.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormDetails;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.FormService;
import io.plumbline.forms.VisitKind;
import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.VersionEditor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Editor of a form: autosaves every change, shows how it looks in a note, and publishes the next version. */
class FormEditor extends Composite<Div> implements VersionEditor.Fields<FormContent> {
    private final FormService forms;
    private final FormDetails form;
    private final TextField name = new TextField("Name of the form");
    private final Select<Discipline> discipline = new Select<>();
    private final Select<VisitKind> visit = new Select<>();
    private final MovableRows<FormSection> sections;
    private final Details preview = new Details("Preview");
    private final VersionEditor<FormContent> editor;

    FormEditor(FormService forms, FormDetails form, Clock clock, ZoneId zone) {
        this.forms = forms;
        this.form = form;
        name.setMaxLength(FormContent.LONGEST_NAME);
        name.setHelperText("For the list of forms; notes show the titles of the sections");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setWidthFull();
        discipline.setLabel("Notes of");
        discipline.setItems(Discipline.values());
        discipline.setEmptySelectionAllowed(true);
        discipline.setEmptySelectionCaption("All disciplines");
        discipline.setItemLabelGenerator(one -> one == null ? "All disciplines" : one.label());
        visit.setLabel("At the");
        visit.setItems(VisitKind.values());
        visit.setItemLabelGenerator(VisitKind::label);
        sections = new MovableRows<>("section", FormSection::empty, SectionRow::new, this::changed);
        name.addValueChangeListener(e -> changed());
        discipline.addValueChangeListener(e -> changed());
        visit.addValueChangeListener(e -> changed());
        preview.addOpenedChangeListener(e -> showPreview());
        editor = new VersionEditor<>(
                form,
                this,
                new VersionEditor.Words(
                        "form",
                        form.name(),
                        "notes have it once you publish it",
                        "The form is removed.",
                        Routes.intakeForm(form.id().value()),
                        Routes.INTAKE_FORMS),
                clock,
                zone);
        getContent().addClassNames("page", "wide");
        editor.fill(
                getContent(),
                Ui.card("For which notes", name, Ui.div("cluster", discipline, visit)),
                sections,
                preview);
    }

    private void changed() {
        if (!editor.isShowing()) {
            editor.save();
            showPreview();
        }
    }

    private void showPreview() {
        preview.removeAll();
        if (preview.isOpened() && wrong() == null) {
            Attempt.telling(words -> preview.add(Ui.text("muted", words)))
                    .run(() -> preview.add(FormFields.preview(read())));
        }
    }

    @Override
    public void show(FormContent content) {
        Autosave.show(name, content.name());
        discipline.setValue(content.discipline());
        visit.setValue(content.visit());
        sections.show(content.sections());
    }

    @Override
    public FormContent read() {
        return new FormContent(name.getValue(), discipline.getValue(), visit.getValue(), sections.read());
    }

    @Override
    public void refuseIncomplete(FormErrors errors) {
        errors.refuseEmpty(name, "Enter a name");
    }

    @Override
    public String publish(long revision) {
        forms.publish(form.id(), revision);
        return name.getValue() + " is published. Notes that are begun from now on have it.";
    }

    @Override
    public void discard(long revision) {
        forms.discard(form.id(), revision);
    }

    @Override
    public long save(long version, FormContent content) {
        return forms.saveDraft(form.id(), version, content);
    }

    @Override
    public Autosave.Kept<FormContent> latest() {
        var now = forms.open(form.id()).orElseThrow(NotFoundException::new);
        var draft = now.draft();
        return new Autosave.Kept<>(
                now.revision(), draft == null ? Objects.requireNonNull(form.draft()) : draft, "A colleague");
    }

    @Override
    public @Nullable String wrong() {
        return sections.wrong();
    }

    @Override
    public String words(String field, FormContent content) {
        return switch (field) {
            case "name" -> "the name is now “" + content.name() + "”";
            case "discipline" ->
                content.discipline() == null
                        ? "the form is now for all disciplines"
                        : "the form is now for " + content.discipline().label();
            case "visit" -> "the form is now for: " + content.visit().label();
            default ->
                "the questions are now "
                        + content.questions()
                                .map(question -> "“" + question.label() + "”")
                                .toList();
        };
    }
}
