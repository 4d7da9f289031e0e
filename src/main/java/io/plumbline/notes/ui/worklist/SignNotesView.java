package io.plumbline.notes.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.ui.NoteWords;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;

/**
 * Signs several notes with one proof of identity. Each note is shown, and none is chosen beforehand, so that nothing is
 * signed that nobody looked at.
 */
@Route(Routes.SIGN_NOTES)
@PageTitle("Sign notes · Plumbline")
@RolesAllowed(Permission.NOTE_WRITE)
class SignNotesView extends Main {
    /** The most notes on one page: each of them is to be read. */
    private static final int MOST = 20;

    private final IdentityService identity;
    private final Div said = Ui.div("");
    private final Button sign = Ui.once("", this::sign);
    private final List<ReadyNote> cards;

    SignNotesView(NoteService notes, Modalities modalities, ScreeningService screening, IdentityService identity) {
        this.identity = identity;
        var words = new NoteWords(modalities, screening.rules());
        var drafts = notes.visitsToday().stream()
                .filter(row -> row.noteStatus() == NoteStatus.DRAFT)
                .toList();
        cards = drafts.stream()
                .limit(MOST)
                .flatMap(row -> notes.open(Objects.requireNonNull(row.note())).stream())
                .map(note -> new ReadyNote(notes, note, words, this::count))
                .toList();
        said.getElement().setAttribute("role", "status");
        sign.addThemeVariants(ButtonVariant.PRIMARY);
        sign.setVisible(!cards.isEmpty());
        var list = Ui.div("stack-4");
        cards.forEach(list::add);
        if (drafts.size() > MOST) {
            said.setText("The oldest " + MOST + " of " + drafts.size() + ". Reload the page to see the next ones.");
        }
        if (cards.isEmpty()) {
            list.add(Ui.text("muted", "You have no unsigned notes."), new Anchor(Routes.NOTES, "Session notes"));
        }
        Ui.page(
                this,
                "Sign notes",
                "Your unsigned notes. Read each one and choose those that are ready. A signed note cannot be changed.",
                said,
                list);
        Ui.pageActions(this, sign);
        count();
    }

    private void count() {
        var chosen = cards.stream().filter(ReadyNote::isChosen).count();
        sign.setText(chosen == 0 ? "Sign notes" : chosen == 1 ? "Sign 1 note" : "Sign " + chosen + " notes");
    }

    private void sign() {
        var chosen = cards.stream().filter(ReadyNote::isChosen).toList();
        if (chosen.isEmpty()) {
            said.setText("No note is chosen. Read a note and mark it as ready to sign.");
            return;
        }
        sign(chosen);
    }

    private void sign(List<ReadyNote> chosen) {
        try {
            chosen.stream().filter(ReadyNote::isChosen).forEach(ReadyNote::sign);
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, () -> sign(chosen)).open();
            return;
        } finally {
            count();
        }
        var signed = chosen.stream().filter(ReadyNote::isSigned).count();
        said.setText(signed + " of " + chosen.size() + (chosen.size() == 1 ? " note signed." : " notes signed."));
        UI.getCurrentOrThrow().getPage().executeJs("window.scrollTo(0, 0)");
    }
}
