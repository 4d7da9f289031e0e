package io.plumbline.plans.ui.templates;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.templates.PlanTemplateService;
import io.plumbline.plans.templates.TemplateContent;
import io.plumbline.plans.templates.TemplateDetails;
import io.plumbline.plans.ui.PhaseRows;
import io.plumbline.plans.ui.ServiceRows;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.VersionEditor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Editor of a plan template: autosaves every change, and publishes the next version. */
class PlanTemplateEditor extends Composite<Div> implements VersionEditor.Fields<TemplateContent> {
    private final PlanTemplateService templates;
    private final TemplateDetails template;
    private final TextField name = new TextField("Name of the template");
    private final TextArea purpose = new TextArea("For whom it is meant");
    private final ServiceRows services;
    private final PhaseRows phases;
    private final TextField reason = new TextField("What changed");
    private final VersionEditor<TemplateContent> editor;

    PlanTemplateEditor(
            PlanTemplateService templates, TemplateDetails template, PhaseDefaults defaults, Clock clock, ZoneId zone) {
        this.templates = templates;
        this.template = template;
        services = ServiceRows.ofTemplate(this::changed);
        phases = new PhaseRows(defaults, this::changed);
        name.setMaxLength(120);
        name.setHelperText("A plan takes it as its name, which managers and the front desk read");
        purpose.setMaxLength(400);
        reason.setMaxLength(440);
        reason.setHelperText("Stays with the version; colleagues read it beside the differences");
        reason.setVisible(template.isPublished());
        List.of(name, reason).forEach(field -> field.setWidthFull());
        purpose.setWidthFull();
        name.setValueChangeMode(ValueChangeMode.LAZY);
        purpose.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(e -> {
            name.setInvalid(false);
            changed();
        });
        purpose.addValueChangeListener(e -> changed());
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        editor = new VersionEditor<>(
                template,
                this,
                new VersionEditor.Words(
                        "template",
                        template.name(),
                        "it is offered to new plans once you publish it",
                        "The template is removed.",
                        Routes.planTemplate(template.id()),
                        Routes.PLAN_TEMPLATES),
                clock,
                zone);
        getContent().addClassNames("page", "wide");
        editor.fill(
                getContent(),
                Ui.div("plan-form", Ui.card("What for", name, purpose), Ui.card("Phases", services, phases), reason));
    }

    private void changed() {
        if (!editor.isShowing()) {
            phases.offer(read().asDraft().plannedPhases());
            editor.save();
        }
    }

    @Override
    public void show(TemplateContent content) {
        Autosave.show(name, content.name());
        Autosave.show(purpose, content.purpose());
        services.show(content.services());
        phases.show(content.asDraft());
    }

    @Override
    public TemplateContent read() {
        return new TemplateContent(name.getValue(), purpose.getValue(), services.read(), phases.read());
    }

    @Override
    public void focusWrong() {
        if (services.wrong() != null) {
            services.focusWrong();
        } else {
            phases.focusWrong();
        }
    }

    @Override
    public void refuseIncomplete(FormErrors errors) {
        errors.refuseEmpty(name, "Enter a name");
        if (reason.isVisible()) {
            errors.refuseNoReason(reason, "Say what changed; it stays on record");
        }
    }

    @Override
    public String publish(long revision) {
        templates.publish(template.id(), revision, reason.getValue());
        return name.getValue() + " is published.";
    }

    @Override
    public void discard(long revision) {
        templates.discard(template.id(), revision);
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
