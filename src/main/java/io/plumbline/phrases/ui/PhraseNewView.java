package io.plumbline.phrases.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.phrases.PhraseDetails;
import io.plumbline.phrases.PhraseDraft;
import io.plumbline.phrases.PhraseService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;

/** The page for a new phrase, perhaps as a copy of another. */
@Route(Routes.NEW_PHRASE)
@PageTitle("New phrase · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class PhraseNewView extends Main implements BeforeEnterObserver {
    private final PhraseService phrases;
    private final PhraseFields fields;
    private final Div messages = new Div();
    private final OperationId operation = OperationId.next();
    private String copied = "";
    private boolean isSaved;

    PhraseNewView(PhraseService phrases) {
        this.phrases = phrases;
        fields = new PhraseFields(phrases, null);
        if (CurrentUser.may(Permission.PHRASE_SHARE)) {
            fields.offerScope();
        }
        var save = Ui.primary(Ui.once("Add phrase", this::save));
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.PHRASES));
        Ui.page(
                this,
                "New phrase",
                "In a session note, type a period, the code and a space.",
                messages,
                fields,
                Ui.div("cluster", save, cancel));
        fields.focus();
        Leaving.guardPage(this, () -> !isSaved && fields.differFrom("", copied));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Routes.FROM)
                .flatMap(from -> Ids.inAddress(from, PhraseId::new))
                .flatMap(phrases::find)
                .map(PhraseDetails::draft)
                .map(PhraseDraft::text)
                .ifPresent(text -> {
                    copied = text;
                    fields.showCopy(text);
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
                phrases.addForClinics(draft, operation);
            } else {
                phrases.add(draft, operation);
            }
            isSaved = true;
            Ui.navigate(Routes.PHRASES);
            Toast.done("Phrase ." + draft.code() + " is added. Notes that you open from now on know it.");
        });
    }
}
