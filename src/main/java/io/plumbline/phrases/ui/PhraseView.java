package io.plumbline.phrases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.phrases.PhraseDetails;
import io.plumbline.phrases.PhraseService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A phrase: to edit, retire and offer again for whom it belongs to; to read and copy for everybody else. */
@Route(Routes.PHRASES + "/:" + Routes.ID)
@PageTitle("Phrase · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class PhraseView extends Main implements BeforeEnterObserver {
    private final PhraseService phrases;
    private final Div messages = new Div();
    private @Nullable PhraseDetails seen;
    private @Nullable PhraseFields fields;

    PhraseView(PhraseService phrases) {
        this.phrases = phrases;
        Leaving.guardPage(this, this::isUnsaved);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PhraseId::new)
                .flatMap(phrases::find)
                .orElseThrow(NotFoundException::new));
    }

    private void show(PhraseDetails phrase) {
        removeAll();
        messages.removeAll();
        seen = phrase;
        fields = null;
        var parts = new ArrayList<Component>(List.of(messages));
        if (phrase.isRetired()) {
            parts.add(Ui.alert("Retired: its code inserts nothing."));
        }
        if (phrase.mayChange() && !phrase.isRetired()) {
            fields = new PhraseFields(phrases, phrase.id());
            fields.show(phrase.scope(), phrase.draft());
            parts.add(fields);
        } else {
            var preview = new PhrasePreviewPart();
            preview.show(phrases.preview(
                    phrase.id(),
                    phrase.scope(),
                    phrase.draft().code(),
                    phrase.draft().text()));
            parts.add(Ui.card("What it inserts", preview));
        }
        parts.add(actions(phrase));
        Ui.page(this, "." + phrase.draft().code(), sentence(phrase), parts.toArray(Component[]::new));
    }

    private static String sentence(PhraseDetails phrase) {
        var whose = phrase.scope() == PreparedTextScope.OWN
                ? "Your own phrase."
                : phrase.mayChange() ? "Shared: edits reach everyone." : "Shared: a chiropractor edits it.";
        return phrase.insertedBy().isEmpty()
                ? whose
                : whose + " Inserted by "
                        + phrase.insertedBy().stream().map(code -> "." + code).collect(Collectors.joining(", ")) + ".";
    }

    private Component actions(PhraseDetails phrase) {
        var actions = Ui.div("cluster");
        if (fields != null) {
            var save = Ui.primary(Ui.once("Save phrase", this::save));
            actions.add(save, new Button("Cancel", e -> Ui.navigate(Routes.PHRASES)));
        }
        actions.add(new Button(
                "Duplicate",
                e -> Ui.navigate(
                        Routes.NEW_PHRASE,
                        QueryParameters.of(Routes.FROM, phrase.id().toString()))));
        if (phrase.mayChange()) {
            if (phrase.isRetired()) {
                actions.add(
                        Ui.once("Offer again", () -> change(() -> phrases.offerAgain(phrase.id(), phrase.version()))),
                        new Button("Delete…", e -> askToDelete(phrase)));
            } else {
                actions.add(Ui.once("Retire", () -> change(() -> phrases.retire(phrase.id(), phrase.version()))));
            }
        }
        return actions;
    }

    private void save() {
        messages.removeAll();
        var phrase = seen();
        var editor = fields;
        if (editor == null || !editor.areFilled()) {
            return;
        }
        editor.save(Attempt.showing(messages).ifChanged(this::keepWhatIsTyped), () -> {
            var draft = editor.read();
            phrases.edit(phrase.id(), phrase.version(), draft);
            fields = null;
            Ui.navigate(Routes.PHRASES);
            Toast.done("Phrase ." + draft.code() + " is saved. Notes that you open from now on know it.");
        });
    }

    private void keepWhatIsTyped() {
        phrases.find(seen().id())
                .ifPresentOrElse(this::sayWhatItSaysNow, () -> sayDeleted(" Copy what you typed before you leave."));
    }

    private void sayWhatItSaysNow(PhraseDetails now) {
        seen = now;
        messages.add(Ui.alert(whoChanged(now)
                + (now.isRetired()
                        ? " It is retired now. Copy what you typed before you leave."
                        : " It now says “" + now.draft().text() + "” with the code ."
                                + now.draft().code() + ". What you typed is still here; save again to keep yours.")));
    }

    private static String whoChanged(PhraseDetails phrase) {
        return (phrase.scope() == PreparedTextScope.OWN ? "You, in another window," : "A colleague")
                + " changed this phrase in the meantime.";
    }

    /** Unsaved words in the fields stay: retiring waits until they are saved or left. */
    private void change(Runnable change) {
        if (isUnsaved()) {
            messages.removeAll();
            messages.add(Ui.alert("Save what you typed first, or leave it with Cancel."));
            return;
        }
        Attempt.showing(messages)
                .ifChanged(this::showChanged)
                .ifNotAvailable(() -> sayDeleted(""))
                .run(() -> {
                    change.run();
                    showNow();
                });
    }

    private void askToDelete(PhraseDetails phrase) {
        var ask = new ConfirmDialog();
        ask.setHeader("Delete ." + phrase.draft().code() + "?");
        ask.setText("It cannot be brought back. Notes keep what it inserted.");
        ask.setCancelable(true);
        ask.setConfirmText("Delete");
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(e -> Attempt.showing(messages)
                .ifChanged(this::showChanged)
                .ifNotAvailable(() -> sayDeleted(""))
                .run(() -> {
                    phrases.delete(phrase.id(), phrase.version());
                    Ui.navigate(Routes.PHRASES);
                    Toast.done("Phrase ." + phrase.draft().code() + " is deleted.");
                }));
        ask.open();
    }

    private void showNow() {
        phrases.find(seen().id()).ifPresentOrElse(this::show, () -> sayDeleted(""));
    }

    private void showChanged() {
        phrases.find(seen().id())
                .ifPresentOrElse(
                        now -> {
                            show(now);
                            messages.add(Ui.alert(whoChanged(now) + " This is what it says now."));
                        },
                        () -> sayDeleted(""));
    }

    private void sayDeleted(String andNow) {
        messages.add(Ui.alert("This phrase was deleted." + andNow));
    }

    private PhraseDetails seen() {
        return Objects.requireNonNull(seen);
    }

    private boolean isUnsaved() {
        return fields != null
                && fields.differFrom(seen().draft().code(), seen().draft().text());
    }
}
