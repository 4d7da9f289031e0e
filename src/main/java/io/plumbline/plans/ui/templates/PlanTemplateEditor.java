package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateContent;
import io.plumbline.plans.templates.TemplateDetails;
import io.plumbline.plans.ui.PhaseRows;
import io.plumbline.plans.ui.ServiceRows;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.DraftVersion;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Editor of a plan template: autosaves every change, and publishes the next version. */
class PlanTemplateEditor extends Composite<Div> implements BeforeLeaveObserver, Autosave.Store<TemplateContent> {
    private final PlanTemplateService templates;
    private final TemplateDetails template;
    private final TextField name = new TextField("Name of the template");
    private final TextArea purpose = new TextArea("For whom it is meant");
    private final ServiceRows services;
    private final PhaseRows phases;
    private final TextField reason = new TextField("What changed");
    private final Div messages = new Div();
    private final Autosave<TemplateContent> autosave;
    private final DraftVersion version;
    private boolean isShowing;

    PlanTemplateEditor(
            PlanTemplateService templates, TemplateDetails template, PhaseDefaults defaults, Clock clock, ZoneId zone) {
        this.templates = templates;
        this.template = template;
        var draft = Objects.requireNonNull(template.draft());
        services = ServiceRows.ofTemplate(this::changed);
        phases = new PhaseRows(defaults, this::changed);
        name.setMaxLength(120);
        name.setHelperText("A plan takes it as its name, which managers and the front desk read");
        purpose.setMaxLength(400);
        reason.setMaxLength(440);
        reason.setHelperText("Stays with the version; colleagues read it beside the differences");
        reason.setVisible(!template.versions().isEmpty());
        List.of(name, reason).forEach(field -> field.setWidthFull());
        purpose.setWidthFull();
        name.setValueChangeMode(ValueChangeMode.LAZY);
        purpose.setValueChangeMode(ValueChangeMode.LAZY);
        show(draft);
        name.addValueChangeListener(e -> {
            name.setInvalid(false);
            changed();
        });
        purpose.addValueChangeListener(e -> changed());
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        autosave = new Autosave<>(
                this,
                new Autosave.Kept<>(template.revision(), draft, "A colleague"),
                this::read,
                this::show,
                clock,
                zone);
        version = new DraftVersion(
                template.versions().isEmpty()
                        ? 0
                        : template.versions().getFirst().number(),
                autosave,
                messages);
        getContent().addClassNames("page", "wide");
        getContent()
                .add(
                        Ui.div(
                                "stays",
                                version.head(
                                        template.name(),
                                        "it is offered to new plans once you publish it",
                                        this::publish,
                                        this::askToDiscard),
                                autosave.messages(),
                                messages),
                        Ui.div(
                                "plan-form",
                                Ui.card("What for", name, purpose),
                                Ui.card("Phases", services, phases),
                                reason));
    }

    private void changed() {
        if (!isShowing) {
            phases.offer(read().asDraft().plannedPhases());
            autosave.save();
        }
    }

    private void show(TemplateContent content) {
        isShowing = true;
        Autosave.show(name, content.name());
        Autosave.show(purpose, content.purpose());
        services.show(content.services());
        phases.show(content.asDraft());
        isShowing = false;
    }

    private TemplateContent read() {
        return new TemplateContent(name.getValue(), purpose.getValue(), services.read(), phases.read());
    }

    private void publish() {
        messages.removeAll();
        if (!autosave.save()) {
            if (services.wrong() != null) {
                services.focusWrong();
            } else {
                phases.focusWrong();
            }
            return;
        }
        var errors = new FormErrors(messages);
        errors.refuseEmpty(name, "Enter a name");
        if (reason.isVisible()) {
            errors.refuseNoReason(reason, "Say what changed; it stays on record");
        }
        if (!errors.areNone()) {
            return;
        }
        version.publish("template", () -> {
            templates.publish(template.id(), autosave.version(), reason.getValue());
            leave();
            Toast.done("Version " + version.number() + " of " + name.getValue() + " is published.");
        });
    }

    private void askToDiscard() {
        version.askToDiscard("The template is removed.", () -> {
            templates.discard(template.id(), autosave.version());
            leave();
        });
    }

    private void leave() {
        UI.getCurrentOrThrow()
                .navigate(
                        templates
                                        .open(template.id())
                                        .filter(now -> now.versions().isEmpty())
                                        .isPresent()
                                ? Routes.PLAN_TEMPLATES
                                : Routes.planTemplate(template.id()));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (autosave.isUnsaved()) {
            Leaving.ask(event);
        }
    }

    @Override
    public long save(long version, TemplateContent content) {
        return templates.saveDraft(template.id(), version, content);
    }

    @Override
    public Autosave.Kept<TemplateContent> latest() {
        var now = templates.open(template.id()).orElseThrow(NotFoundException::new);
        var draft = now.draft();
        if (draft == null && now.versions().isEmpty()) {
            throw new NotFoundException();
        }
        return new Autosave.Kept<>(
                now.revision(), draft == null ? now.versions().getFirst().content() : draft, "A colleague");
    }

    @Override
    public @Nullable String wrong() {
        return Stream.of(services.wrong(), phases.wrong())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String words(String field, TemplateContent content) {
        return switch (field) {
            case "name" -> "the name is now “" + content.name() + "”";
            case "purpose" -> "the purpose is now “" + content.purpose() + "”";
            case "services" ->
                "the services are now "
                        + content.services().stream()
                                .map(line -> line.phase().label() + " "
                                        + line.service().label() + " "
                                        + line.frequency().label() + " × " + line.visits())
                                .toList();
            default -> "what ends the phases has changed";
        };
    }
}
