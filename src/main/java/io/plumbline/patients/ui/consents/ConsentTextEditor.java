package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.ConsentTextDetails;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.VersionEditor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Editor of a consent text: autosaves every change, and publishes the next version. */
class ConsentTextEditor extends Composite<Div> implements VersionEditor.Fields<ConsentTextContent> {
    private final ConsentTextService texts;
    private final ConsentTextDetails text;
    private final LocalDate today;
    private final TextField title = new TextField("Title");
    private final TextArea body = new TextArea("Text");
    private final DatePicker validFrom = Days.field("Valid from");
    private final Checkbox askAgain = new Checkbox("Ask patients again who agreed to an earlier version");
    private final VersionEditor<ConsentTextContent> editor;

    ConsentTextEditor(ConsentTextService texts, ConsentTextDetails text, LocalDate today, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.text = text;
        this.today = today;
        title.setMaxLength(ConsentTextContent.LONGEST_TITLE);
        title.setHelperText("As the patient reads it");
        body.setMaxLength(ConsentTextContent.LONGEST_BODY);
        body.setHelperText("At most 6,000 characters; an empty line begins a paragraph");
        body.setMinHeight("14rem");
        validFrom.setMin(today);
        validFrom.setHelperText("The first day on which patients agree to this version");
        title.setWidthFull();
        body.setWidthFull();
        List.of(title, body).forEach(field -> field.getElement()
                .setAttribute("lang", text.key().language().locale().toLanguageTag()));
        title.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        title.addValueChangeListener(e -> changed());
        body.addValueChangeListener(e -> changed());
        validFrom.addValueChangeListener(e -> changed());
        askAgain.addValueChangeListener(e -> changed());
        var address = Routes.consentText(text.key().toString());
        editor = new VersionEditor<>(
                text,
                this,
                new VersionEditor.Words(
                        "text",
                        text.key().label(),
                        "no patient reads it before you publish it",
                        "What you typed is removed.",
                        address,
                        address),
                clock,
                zone);
        getContent().addClassNames("page", "flow");
        editor.fill(
                getContent(),
                Ui.card("What the patient reads", title, body),
                Ui.card("From when", validFrom, askAgain));
        if (!text.isPublished()) {
            askAgain.setHelperText("This asks everybody whose consent was recorded with a typed wording");
        }
    }

    private void changed() {
        if (!editor.isShowing()) {
            editor.save();
        }
    }

    @Override
    public void show(ConsentTextContent content) {
        Autosave.show(title, content.title());
        Autosave.show(body, content.body());
        validFrom.setValue(content.validFrom());
        askAgain.setValue(content.askAgain());
    }

    @Override
    public ConsentTextContent read() {
        return new ConsentTextContent(title.getValue(), body.getValue(), validFrom.getValue(), askAgain.getValue());
    }

    @Override
    public void refuseIncomplete(FormErrors errors) {
        errors.refuseEmpty(title, "Enter a title");
        errors.refuseEmpty(body, "Enter the text");
        errors.refuse(
                validFrom, validFrom.isEmpty() || validFrom.getValue().isBefore(today), "Choose today or a later day");
    }

    @Override
    public String publish(long revision) {
        texts.publish(text.key(), revision);
        return text.key().label() + " is published.";
    }

    @Override
    public void discard(long revision) {
        texts.discard(text.key(), revision);
    }

    @Override
    public long save(long version, ConsentTextContent content) {
        return texts.saveDraft(text.key(), version, content);
    }

    @Override
    public Autosave.Kept<ConsentTextContent> latest() {
        var now = texts.open(text.key());
        var draft = now.draft();
        return new Autosave.Kept<>(
                now.revision(), draft != null ? draft : Objects.requireNonNull(text.draft()), "A colleague");
    }

    @Override
    public @Nullable String wrong() {
        return FormErrors.isRejected(validFrom) ? "Valid from" : null;
    }

    @Override
    public String words(String field, ConsentTextContent content) {
        return switch (field) {
            case "title" -> "the title is now “" + content.title() + "”";
            case "body" -> "the text is now “" + content.body() + "”";
            case "validFrom" ->
                content.validFrom() == null
                        ? "the first day is no longer chosen"
                        : "the first day is now " + Dates.dayAndYear(content.validFrom());
            default -> content.askAgain() ? "patients are asked again" : "patients are not asked again";
        };
    }
}
