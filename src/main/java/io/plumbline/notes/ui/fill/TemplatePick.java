package io.plumbline.notes.ui.fill;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.templates.NoteTemplateDetails;
import io.plumbline.notes.templates.TemplateFill;
import io.plumbline.notes.templates.TemplateLimits;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template in a draft, in the fields that are empty, and says what it filled in and what it left alone. It can be
 * undone while the page is open.
 */
public final class TemplatePick extends Composite<Div> {
    private TemplateLimits limits;
    private final Form form;
    private final Div said = Ui.div("stack-1");
    private final Button undo = new Button("Undo", e -> undo());
    private @Nullable TemplateFill last;

    /**
     * The form of the draft.
     *
     * @param read returns what is in it
     * @param change changes that, as if it had been typed
     * @param wrong returns in words which typed value is invalid; null if all are valid
     * @param isHeld returns whether the treatment of the visit is on hold, as the record is now
     */
    public record Form(
            Supplier<NoteDraft> read,
            Consumer<UnaryOperator<NoteDraft>> change,
            Supplier<@Nullable String> wrong,
            BooleanSupplier isHeld) {}

    /** @param offered the templates in the order of the list */
    TemplatePick(List<NoteTemplateDetails> offered, TemplateLimits limits, Form form) {
        this.limits = limits;
        this.form = form;
        said.getElement().setAttribute("role", "status");
        said.addClassName("small");
        undo.setAriaLabel("Undo what the template filled in");
        undo.setVisible(false);
        getContent().addClassName("rail-pick");
        if (offered.isEmpty()) {
            getContent()
                    .add(
                            Ui.text("muted", "No template for this visit type yet."),
                            new Anchor(Routes.NEW_NOTE_TEMPLATE, "Write a template"));
        } else {
            getContent().add(list(offered), said, undo, new Anchor(Routes.NOTE_TEMPLATES, "All templates"));
        }
    }

    private ComboBox<NoteTemplateDetails> list(List<NoteTemplateDetails> offered) {
        var list = new ComboBox<NoteTemplateDetails>("Use a template");
        list.setItems(NoteTemplateDetails::has, offered);
        list.setItemLabelGenerator(
                template -> template.draft().name() + " · " + template.scope().label());
        list.setHelperText("Fills empty fields only");
        list.setWidthFull();
        Shortcuts.addShortcutListener(
                list,
                () -> {
                    list.focus();
                    list.setOpened(true);
                },
                Key.KEY_T,
                KeyModifier.ALT);
        list.getElement().setAttribute("aria-keyshortcuts", "Alt+T");
        Keys.named(list, "Alt T", "Use a template");
        list.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                fill(e.getValue());
                list.clear();
            }
        });
        return list;
    }

    private void fill(NoteTemplateDetails template) {
        said.removeAll();
        undo.setVisible(false);
        var wrong = form.wrong().get();
        if (wrong != null) {
            // the form would show the last valid number in the place of what was typed
            said.add(Ui.text("", "Nothing is filled in yet. Correct what was typed first: " + wrong + "."));
            return;
        }
        // a colleague may have put the treatment on hold, or ended that, while the page is open
        limits = limits.withHeld(form.isHeld().getAsBoolean());
        var fill = TemplateFill.of(form.read().get(), template.draft(), limits);
        if (!fill.filled().isEmpty()) {
            form.change().accept(draft -> fill.draft());
        }
        say(template.draft().name(), fill);
        last = fill;
        undo.setVisible(!fill.filled().isEmpty());
    }

    private void say(String name, TemplateFill fill) {
        said.add(Ui.text(
                "",
                fill.filled().isEmpty()
                        ? name + " filled in nothing."
                        : name + " filled in: " + FieldNames.names(fill.filled()) + "."));
        if (!fill.kept().isEmpty()) {
            said.add(Ui.text("muted", "Left as it is: " + FieldNames.names(fill.kept()) + "."));
        }
        if (!fill.leftOut().isEmpty()) {
            said.add(Ui.text(
                    "muted",
                    (limits.isHeld()
                                    ? "Left out, since the treatment is on hold: "
                                    : "Left out, since you do not record it in this visit or it is retired: ")
                            + String.join(", ", fill.leftOut()) + "."));
        }
    }

    private void undo() {
        var fill = last;
        if (fill == null) {
            return;
        }
        form.change().accept(fill::undoneIn);
        last = null;
        undo.setVisible(false);
        said.removeAll();
        said.add(Ui.text("", "Undone. What you changed since then stays."));
    }
}
