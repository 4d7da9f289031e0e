package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NotePart;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.ChecksDialog;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Editor of a session note for its author: autosaves every change and signs the note. */
class NoteEditor extends Composite<Div> implements Autosave.Store<NoteDraft> {
    private static final String DISCARDED =
            "The note is not signed and will not be part of the record. Its visit has no note again.";

    private final KeptNote kept;
    private final ScreeningService screening;
    private final IdentityService identity;
    private final NoteWords words;
    private final NoteForm form;
    private final Autosave<NoteDraft> autosave;
    private final Beside beside;
    private final ZoneId zone;
    private final Div hold = new Div();
    private final Div messages = new Div();
    private final CarryHead carryHead;
    private final Button discard = new Button("Discard draft");
    private final SignButton sign = new SignButton(() -> sign(List.of()));
    private List<String> told = List.of();

    /** The parts of the screen around the note, which change with it. */
    interface Beside {
        /** Returns the patient's red flags in their current version. */
        List<FlagDetails> flags();

        /** Shows what refers to the note, which was stored just now. */
        void stored();

        /** Refreshes the record; returns whether the patient is on hold. */
        boolean isHeldNow();

        /** Shows the signed note and the next visit. */
        void signed();
    }

    NoteEditor(
            KeptNote kept,
            ScreeningService screening,
            IdentityService identity,
            NoteOffer offer,
            Div head,
            Component rail,
            Beside beside,
            Clock clock,
            ZoneId zone) {
        this.kept = kept;
        this.screening = screening;
        this.identity = identity;
        this.beside = beside;
        this.zone = zone;
        words = new NoteWords(offer.vocabulary(), screening.rules());
        form = new NoteForm(offer, screening.rules(), this::keep, this::raise);
        form.show(kept.note().draft());
        autosave = new Autosave<>(this, kept.draft(), form::read, form::show, clock, zone);
        carryHead = new CarryHead(offer.carry() != null, () -> form.carryForward(List.of(NotePart.values())));
        head.add(Ui.div("cluster", autosave, carryHead, discard, sign));
        discard.addClickListener(e -> discard());
        discard.setVisible(kept.isStored());
        carryHead.show(form.read());
        showHold(kept.note().clinicalHold());
        form.showRaised(SafetyFields.timesRaised(beside.flags(), kept.id(), zone));
        getContent().addClassNames("page", "wide");
        getContent()
                .add(
                        Ui.div("stays", head, hold, autosave.messages(), messages),
                        Ui.div("note-grid note-work", form, rail));
    }

    /** Returns the fields of the note. */
    NoteForm form() {
        return form;
    }

    @Override
    public long save(long version, NoteDraft draft) {
        return kept.save(version, draft);
    }

    @Override
    public Autosave.Kept<NoteDraft> latest() {
        kept.latest();
        return kept.draft();
    }

    @Override
    public String words(String field, NoteDraft draft) {
        return words.of(field, draft);
    }

    @Override
    public @Nullable String wrong() {
        return form.wrong();
    }

    private void keep() {
        autosave.save();
        if (kept.isStored() && !discard.isVisible()) {
            beside.stored();
            discard.setVisible(true);
        }
        carryHead.show(form.read());
        sign.show(form.missing());
        var still = form.still();
        if (!still.equals(told)) {
            told = still;
            messages.removeAll();
            if (!still.isEmpty()) {
                messages.add(Ui.alert(new NotReadyToSign(still).sentence()));
            }
        }
    }

    private void showHold(boolean isHeld) {
        form.showHold(isHeld);
        sign.show(form.missing());
        hold.removeAll();
        if (isHeld) {
            hold.add(NoteHead.hold());
        }
    }

    /** Shows the record as it is now, after a red flag was raised beside the note. */
    void recordChanged() {
        showHold(beside.isHeldNow());
        form.showRaised(SafetyFields.timesRaised(beside.flags(), kept.id(), zone));
    }

    /** Returns whether the flag was open already. */
    private boolean raise() {
        var rule = form.newFinding();
        autosave.save();
        if (rule == null || !kept.isStored()) {
            return false;
        }
        var raised = kept.raise(screening, rule);
        recordChanged();
        return raised == 0;
    }

    /** Discards an empty draft at once; of one that says something, asks for the reason. */
    private void discard() {
        if (form.isUntouched()) {
            discardFor("").ifPresent(this::tell);
        } else {
            new ReasonDialog("Discard draft", DISCARDED, "Discard draft", this::discardFor).open();
        }
    }

    private Optional<String> discardFor(String reason) {
        autosave.save();
        return Attempt.refusalOf(
                () -> {
                    kept.discard(autosave.version(), reason);
                    Ui.navigate(Routes.NOTES);
                },
                () -> {
                    autosave.refresh();
                    return "This note was just changed in another window. Review it before you discard it.";
                });
    }

    private void sign(List<CheckReply> answers) {
        messages.removeAll();
        told = List.of();
        form.take();
        if (!autosave.save()) {
            form.focusWrong();
            return;
        }
        if (!kept.isStored()) {
            tellWhatIsMissing(kept.lacking());
            return;
        }
        try {
            Attempt.telling(this::tell)
                    .on(ChecksToAnswer.class, contradicting -> ask(contradicting, answers))
                    .on(NotReadyToSign.class, this::tellWhatIsMissing)
                    .ifChanged(this::signedInAnotherWindow)
                    .run(() -> {
                        kept.sign(autosave.version(), answers);
                        beside.signed();
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, () -> sign(answers)).open();
        }
    }

    private void ask(ChecksToAnswer contradicting, List<CheckReply> answers) {
        new ChecksDialog(
                        contradicting.checks(),
                        more -> sign(
                                Stream.concat(answers.stream(), more.stream()).toList()))
                .open();
    }

    private void tellWhatIsMissing(NotReadyToSign lacking) {
        tell(lacking.sentence());
        told = lacking.missing();
        form.mark(told);
    }

    /** Handles a lost answer to a signature: the note is then already signed, once. */
    private void signedInAnotherWindow() {
        if (kept.latest().status().isSigned()) {
            beside.signed();
        } else {
            autosave.refresh();
            tell("This note was just changed in another window. Review it before you sign.");
        }
    }

    private void tell(String sentence) {
        messages.removeAll();
        messages.add(Ui.alert(sentence));
    }
}
