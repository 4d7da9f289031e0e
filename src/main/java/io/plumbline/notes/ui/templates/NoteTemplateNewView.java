package io.plumbline.notes.ui.templates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.templates.NoteTemplateDetails;
import io.plumbline.notes.templates.NoteTemplateService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteTemplateId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page for a new note template, perhaps as a copy of another. */
@Route(Routes.NEW_NOTE_TEMPLATE)
@PageTitle("New note template · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class NoteTemplateNewView extends Main implements BeforeEnterObserver {
    private final NoteTemplateService templates;
    private final NoteTemplateFields fields;
    private final Div messages = new Div();
    private final OperationId operation = OperationId.next();
    private List<@Nullable Object> begun;
    private boolean isSaved;

    NoteTemplateNewView(NoteTemplateService templates, Modalities modalities, ExerciseService exercises) {
        this.templates = templates;
        fields = new NoteTemplateFields(modalities, exercises);
        begun = fields.typed();
        if (CurrentUser.may(Permission.PHRASE_SHARE)) {
            fields.offerScope();
        }
        var save = Ui.primary(Ui.once("Add note template", this::save));
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.NOTE_TEMPLATES));
        Ui.page(
                this,
                "New note template",
                "It fills in the notes of one visit type where they are empty. It has no findings, no pain and no response.",
                messages,
                fields,
                Ui.div("cluster", save, cancel));
        fields.focus();
        Leaving.guardPage(this, () -> !isSaved && !fields.typed().equals(begun));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Routes.FROM)
                .flatMap(from -> Ids.inAddress(from, NoteTemplateId::new))
                .flatMap(templates::find)
                .map(NoteTemplateDetails::draft)
                .ifPresent(copied -> {
                    fields.showCopy(copied);
                    begun = fields.typed();
                });
    }

    private void save() {
        messages.removeAll();
        if (!fields.areFilled()) {
            return;
        }
        fields.save(Attempt.showing(messages), () -> {
            var draft = fields.read();
            if (fields.scope() == PreparedTextScope.CLINICS) {
                templates.addForClinics(draft, operation);
            } else {
                templates.add(draft, operation);
            }
            isSaved = true;
            Ui.navigate(Routes.NOTE_TEMPLATES);
            Toast.done(draft.name() + " is added. Notes that you open from now on offer it.");
        });
    }
}
