package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.ConsentTextDetails;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.DraftVersion;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Editor of a consent text: autosaves every change, and publishes the next version. */
class ConsentTextEditor extends Composite<Div> implements BeforeLeaveObserver, Autosave.Store<ConsentTextContent> {
    private final ConsentTextService texts;
    private final ConsentTextDetails text;
    private final LocalDate today;
    private final TextField title = new TextField("Title");
    private final TextArea body = new TextArea("Text");
    private final DatePicker validFrom = Days.field("Valid from");
    private final Checkbox askAgain = new Checkbox("Ask patients again who agreed to an earlier version");
    private final Div messages = new Div();
    private final Autosave<ConsentTextContent> autosave;
    private final DraftVersion version;
    private boolean isShowing;

    ConsentTextEditor(ConsentTextService texts, ConsentTextDetails text, LocalDate today, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.text = text;
        this.today = today;
        var draft = Objects.requireNonNull(text.draft());
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
        show(draft);
        title.addValueChangeListener(e -> changed());
        body.addValueChangeListener(e -> changed());
        validFrom.addValueChangeListener(e -> changed());
        askAgain.addValueChangeListener(e -> changed());
        autosave = new Autosave<>(
                this, new Autosave.Kept<>(text.revision(), draft, "A colleague"), this::read, this::show, clock, zone);
        version = new DraftVersion(
                text.versions().isEmpty() ? 0 : text.versions().getFirst().number(), autosave, messages);
        getContent().addClassNames("page", "flow");
        getContent()
                .add(
                        Ui.div(
                                "stays",
                                version.head(
                                        text.key().label(),
                                        "no patient reads it before you publish it",
                                        this::publish,
                                        this::askToDiscard),
                                autosave.messages(),
                                messages),
                        Ui.card("What the patient reads", title, body),
                        Ui.card("From when", validFrom, askAgain));
        if (text.versions().isEmpty()) {
            askAgain.setHelperText("This asks everybody whose consent was recorded with a typed wording");
        }
    }

    private void changed() {
        if (!isShowing) {
            autosave.save();
        }
    }

    private void show(ConsentTextContent content) {
        isShowing = true;
        Autosave.show(title, content.title());
        Autosave.show(body, content.body());
        validFrom.setValue(content.validFrom());
        askAgain.setValue(content.askAgain());
        isShowing = false;
    }

    private ConsentTextContent read() {
        return new ConsentTextContent(title.getValue(), body.getValue(), validFrom.getValue(), askAgain.getValue());
    }

    private void publish() {
        messages.removeAll();
        if (!autosave.save()) {
            return;
        }
        var errors = new FormErrors(messages);
        errors.refuseEmpty(title, "Enter a title");
        errors.refuseEmpty(body, "Enter the text");
        errors.refuse(
                validFrom, validFrom.isEmpty() || validFrom.getValue().isBefore(today), "Choose today or a later day");
        if (!errors.areNone()) {
            return;
        }
        version.publish("text", () -> {
            texts.publish(text.key(), autosave.version());
            leave();
            Toast.done("Version " + version.number() + " of " + text.key().label() + " is published.");
        });
    }

    private void askToDiscard() {
        version.askToDiscard("What you typed is removed.", () -> {
            texts.discard(text.key(), autosave.version());
            leave();
        });
    }

    private void leave() {
        UI.getCurrentOrThrow().navigate(Routes.consentText(text.key().toString()));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (autosave.isUnsaved()) {
            Leaving.ask(event);
        }
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
