package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.TemplateOrigin;
import io.plumbline.plans.templates.TemplateRow;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The template with which a plan begins: a choice of those that are offered, and the one that was used. */
class TemplateField extends Composite<Div> {
    private static final List<String> REPLACED = List.of("title", "services", "phases", "template");

    private final Select<TemplateRow> choice = new Select<>();
    private final Button use = new Button("Use template", e -> use());
    private final Span used = Ui.text("muted small", "");
    private final Div fields = Ui.div("cluster", choice, use);
    private final Supplier<PlanDraft> typed;
    private final Consumer<PlanDraft> show;
    private @Nullable TemplateOrigin origin;

    /**
     * @param typed reads what is typed
     * @param show shows and saves another draft
     */
    TemplateField(Supplier<PlanDraft> typed, Consumer<PlanDraft> show) {
        this.typed = typed;
        this.show = show;
        choice.setLabel("Template");
        choice.setPlaceholder("Choose a template");
        choice.setItemLabelGenerator(TemplateField::name);
        choice.addValueChangeListener(e -> {
            choice.setHelperText(
                    e.getValue() == null ? "" : e.getValue().content().purpose());
            use.setEnabled(e.getValue() != null);
        });
        use.setEnabled(false);
        fields.setVisible(false);
        used.setVisible(false);
        getContent().addClassName("stack-1");
        getContent().add(fields, used);
    }

    private static String name(TemplateRow row) {
        return row.content().name() + (row.isExample() ? " (example)" : ", version " + row.published());
    }

    void offer(List<TemplateRow> templates) {
        choice.setItems(templates);
        fields.setVisible(!templates.isEmpty());
    }

    void show(@Nullable TemplateOrigin now) {
        origin = now;
        used.setVisible(now != null);
        used.setText(now == null ? "" : "The services come from " + now.words());
    }

    @Nullable
    TemplateOrigin read() {
        return origin;
    }

    private void use() {
        var chosen = choice.getValue();
        var before = typed.get();
        show.accept(chosen.content().appliedTo(before, Objects.requireNonNull(chosen.origin())));
        choice.clear();
        Toast.undoable(
                "The services and phases now come from " + chosen.content().name() + ".",
                "use the template " + chosen.content().name(),
                () -> show.accept(RecordVersions.with(typed.get(), REPLACED, before)));
    }
}
