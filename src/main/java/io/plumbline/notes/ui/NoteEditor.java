package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.access.IdentityService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.shared.NotReadyToSign;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Lets the author write a session note between two patients, keeps every change, and signs it. */
class NoteEditor extends Composite<Div> implements BeforeLeaveObserver, Autosave.Store<NoteDraft> {
    private final NoteService notes;
    private final SafetyService safety;
    private final IdentityService identity;
    private final NoteDetails note;
    private final NoteWords words;
    private final NoteForm form;
    private final Autosave<NoteDraft> autosave;
    private final Div messages = new Div();

    NoteEditor(
            NoteService notes,
            Modalities modalities,
            SafetyService safety,
            IdentityService identity,
            NoteDetails note,
            Div head,
            Component rail,
            Clock clock,
            ZoneId zone) {
        this.notes = notes;
        this.safety = safety;
        this.identity = identity;
        this.note = note;
        words = new NoteWords(modalities, safety.rules());
        form = new NoteForm(modalities.mine(), safety.rules(), this::keep, this::raise);
        form.show(note.draft());
        autosave = new Autosave<>(this, kept(note), form::read, form::show, clock, zone);
        head.add(Ui.div("cluster", autosave, Ui.signButton(this::sign)));
        if (note.clinicalHold()) {
            messages.add(
                    Ui.alert("Clinical hold: no manual treatment until a chiropractor has decided. What was done all"
                            + " the same is told truly, with a statement."));
        }
        getContent().addClassNames("page", "wide");
        getContent().add(Ui.div("stays", head, autosave.messages(), messages), Ui.div("note-grid", form, rail));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (autosave.isUnsaved()) {
            Leaving.ask(event);
        }
    }

    @Override
    public long save(long version, NoteDraft draft) {
        return notes.saveDraft(note.id(), version, draft);
    }

    @Override
    public Autosave.Kept<NoteDraft> latest() {
        return kept(notes.open(note.id()).orElseThrow(NotFoundException::new));
    }

    @Override
    public String words(String field, NoteDraft draft) {
        return words.of(field, draft);
    }

    @Override
    public @Nullable String wrong() {
        return form.wrong();
    }

    private static Autosave.Kept<NoteDraft> kept(NoteDetails note) {
        return new Autosave.Kept<>(note.version(), note.draft(), "You, in another window,");
    }

    private void keep() {
        autosave.save();
    }

    private int raise() {
        var rule = form.newFinding();
        return rule == null
                ? 0
                : safety.raise(note.id(), note.patient(), note.clinic(), Map.of(rule, ScreeningAnswer.YES));
    }

    private void sign() {
        messages.removeAll();
        if (!autosave.save()) {
            form.focusWrong();
            return;
        }
        try {
            notes.sign(note.id(), autosave.version());
            UI.getCurrentOrThrow().refreshCurrentRoute(false);
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::prove, this::sign).open();
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            signedInAnotherWindow();
        } catch (NotReadyToSign | IllegalStateException refused) {
            tell(String.valueOf(refused.getMessage()));
        }
    }

    /** The answer to a signature may have been lost on the way: then the note is signed, once. */
    private void signedInAnotherWindow() {
        if (notes.open(note.id())
                .filter(now -> now.status() == NoteStatus.SIGNED)
                .isPresent()) {
            UI.getCurrentOrThrow().refreshCurrentRoute(false);
        } else {
            autosave.refresh();
            tell("This note was changed in another window just now. Look at it again before you sign.");
        }
    }

    private void tell(String sentence) {
        messages.removeAll();
        messages.add(Ui.alert(sentence));
    }
}
