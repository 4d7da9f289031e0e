package io.plumbline.forms.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
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
import io.plumbline.shared.ui.DraftVersion;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Editor of a form: autosaves every change, shows how it looks in a note, and publishes the next version. */
class FormEditor extends Composite<Div> implements BeforeLeaveObserver, Autosave.Store<FormContent> {
    private final FormService forms;
    private final FormDetails form;
    private final TextField name = new TextField("Name of the form");
    private final Select<Discipline> discipline = new Select<>();
    private final Select<VisitKind> visit = new Select<>();
    private final MovableRows<FormSection> sections;
    private final Details preview = new Details("Preview");
    private final Div messages = new Div();
    private final Autosave<FormContent> autosave;
    private final DraftVersion version;
    private boolean isShowing;

    FormEditor(FormService forms, FormDetails form, Clock clock, ZoneId zone) {
        this.forms = forms;
        this.form = form;
        var draft = Objects.requireNonNull(form.draft());
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
        show(draft);
        name.addValueChangeListener(e -> changed());
        discipline.addValueChangeListener(e -> changed());
        visit.addValueChangeListener(e -> changed());
        preview.addOpenedChangeListener(e -> showPreview());
        autosave = new Autosave<>(
                this, new Autosave.Kept<>(form.revision(), draft, "A colleague"), this::read, this::show, clock, zone);
        version = new DraftVersion(
                form.versions().isEmpty() ? 0 : form.versions().getFirst().number(), autosave, messages);
        getContent().addClassNames("page", "wide");
        getContent()
                .add(
                        Ui.div(
                                "stays",
                                version.head(
                                        form.name(),
                                        "notes have it once you publish it",
                                        this::publish,
                                        this::askToDiscard),
                                autosave.messages(),
                                messages),
                        Ui.card("For which notes", name, Ui.div("cluster", discipline, visit)),
                        sections,
                        preview);
    }

    private void changed() {
        if (!isShowing) {
            autosave.save();
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

    private void show(FormContent content) {
        isShowing = true;
        Autosave.show(name, content.name());
        discipline.setValue(content.discipline());
        visit.setValue(content.visit());
        sections.show(content.sections());
        isShowing = false;
    }

    private FormContent read() {
        return new FormContent(name.getValue(), discipline.getValue(), visit.getValue(), sections.read());
    }

    private void publish() {
        messages.removeAll();
        if (!autosave.save()) {
            return;
        }
        var errors = new FormErrors(messages);
        errors.refuseEmpty(name, "Enter a name");
        if (!errors.areNone()) {
            return;
        }
        version.publish("form", () -> {
            forms.publish(form.id(), autosave.version());
            leave(false);
            Toast.done("Version " + version.number() + " of " + name.getValue()
                    + " is published. Notes that are begun from now on have it.");
        });
    }

    private void askToDiscard() {
        version.askToDiscard("The form is removed.", () -> {
            forms.discard(form.id(), autosave.version());
            leave(form.versions().isEmpty());
        });
    }

    private void leave(boolean isRemoved) {
        UI.getCurrentOrThrow()
                .navigate(
                        isRemoved
                                ? Routes.INTAKE_FORMS
                                : Routes.intakeForm(form.id().value()));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (autosave.isUnsaved()) {
            Leaving.ask(event);
        }
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
