package io.plumbline.notes.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.templates.NoteTemplateDetails;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A note template: to edit, retire and offer again for whom it belongs to; to read and copy for everybody else. */
@Route(Routes.NOTE_TEMPLATES + "/:" + Routes.ID)
@PageTitle("Note template · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class NoteTemplateView extends Main implements BeforeEnterObserver {
    private final NoteTemplateService templates;
    private final Modalities modalities;
    private final ExerciseService exercises;
    private final Div messages = new Div();
    private final Div now = Ui.div("stack-3");
    private @Nullable NoteTemplateDetails seen;
    private @Nullable NoteTemplateFields fields;
    private List<@Nullable Object> shown = List.of();

    NoteTemplateView(NoteTemplateService templates, Modalities modalities, ExerciseService exercises) {
        this.templates = templates;
        this.modalities = modalities;
        this.exercises = exercises;
        Leaving.guardPage(this, this::isUnsaved);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), NoteTemplateId::new)
                .flatMap(templates::find)
                .orElseThrow(NotFoundException::new));
    }

    private void show(NoteTemplateDetails template) {
        removeAll();
        messages.removeAll();
        now.removeAll();
        seen = template;
        fields = null;
        var parts = new ArrayList<Component>(List.of(messages, now));
        if (template.isRetired()) {
            parts.add(Ui.alert("Retired: no note offers it. Notes keep what it filled in."));
        }
        if (template.mayChange() && !template.isRetired()) {
            var editor = new NoteTemplateFields(modalities, exercises);
            editor.show(template.draft());
            shown = editor.typed();
            fields = editor;
            parts.add(editor);
        } else {
            parts.add(Ui.card("What it fills in", preview(template)));
        }
        parts.add(actions(template));
        Ui.page(this, template.draft().name(), sentence(template), parts.toArray(Component[]::new));
    }

    private Component preview(NoteTemplateDetails template) {
        var preview = new NoteTemplatePreview(modalities);
        preview.show(template.draft());
        return preview;
    }

    private static String sentence(NoteTemplateDetails template) {
        var visit = template.draft().service().label();
        if (template.scope() == PreparedTextScope.OWN) {
            return visit + ". Your own template.";
        }
        return visit + ". A template of the clinics"
                + (template.mayChange() ? ": a change is one for all clinicians." : ", which a chiropractor changes.");
    }

    private Component actions(NoteTemplateDetails template) {
        var actions = Ui.div("cluster");
        if (fields != null) {
            var save = Ui.primary(Ui.once("Save note template", this::save));
            actions.add(save, new Button("Cancel", e -> Ui.navigate(Routes.NOTE_TEMPLATES)));
        }
        actions.add(new Button(
                "Duplicate",
                e -> Ui.navigate(
                        Routes.NEW_NOTE_TEMPLATE,
                        QueryParameters.of(Routes.FROM, template.id().toString()))));
        if (template.mayChange()) {
            actions.add(
                    template.isRetired()
                            ? Ui.once(
                                    "Offer again",
                                    () -> change(() -> templates.offerAgain(template.id(), template.version())))
                            : Ui.once(
                                    "Retire", () -> change(() -> templates.retire(template.id(), template.version()))));
        }
        return actions;
    }

    private void save() {
        messages.removeAll();
        now.removeAll();
        var template = seen();
        var editor = fields;
        if (editor == null || !editor.areFilled()) {
            return;
        }
        editor.save(Attempt.showing(messages).ifChanged(this::keepWhatIsTyped), () -> {
            var draft = editor.read();
            templates.edit(template.id(), template.version(), draft);
            fields = null;
            Ui.navigate(Routes.NOTE_TEMPLATES);
            Toast.done(draft.name() + " is saved. Notes that you open from now on offer it so.");
        });
    }

    private void keepWhatIsTyped() {
        templates.find(seen().id()).ifPresent(changed -> {
            seen = changed;
            messages.add(Ui.alert(whoChanged(changed)
                    + (changed.isRetired()
                            ? " It is retired now. Copy what you typed before you leave."
                            : " What you typed is still here; save again to keep yours.")));
            now.add(Ui.card("What it says now: " + changed.draft().name(), preview(changed)));
        });
    }

    private static String whoChanged(NoteTemplateDetails template) {
        return (template.scope() == PreparedTextScope.OWN ? "You, in another window," : "A colleague")
                + " changed this template in the meantime.";
    }

    /** Unsaved words in the fields stay: retiring waits until they are saved or left. */
    private void change(Runnable change) {
        if (isUnsaved()) {
            messages.removeAll();
            messages.add(Ui.alert("Save what you typed first, or leave it with Cancel."));
            return;
        }
        Attempt.showing(messages).ifChanged(this::showChanged).run(() -> {
            change.run();
            templates.find(seen().id()).ifPresent(this::show);
        });
    }

    private void showChanged() {
        templates.find(seen().id()).ifPresent(changed -> {
            show(changed);
            messages.add(Ui.alert(whoChanged(changed) + " This is what it says now."));
        });
    }

    private NoteTemplateDetails seen() {
        return Objects.requireNonNull(seen);
    }

    private boolean isUnsaved() {
        return fields != null && !fields.typed().equals(shown);
    }
}
