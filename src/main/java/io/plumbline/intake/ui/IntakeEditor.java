package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
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

/** Editor of an intake note for its author: autosaves every change and signs the note. */
class IntakeEditor extends Composite<Div> implements Autosave.Store<IntakeDraft> {
    private static final String DISCARDED =
            "The draft leaves the record: nobody can read or sign it any more. It is kept"
                    + " aside with your reason, in case somebody has to answer for it.";

    private final IntakeService intake;
    private final ScreeningService screening;
    private final IdentityService identity;
    private final IntakeDetails note;
    private final IntakeWords words;
    private final IntakeForm form;
    private final Autosave<IntakeDraft> autosave;
    private final Div messages = new Div();

    IntakeEditor(
            IntakeService intake,
            IntakeVocabulary vocabulary,
            ScreeningService screening,
            IdentityService identity,
            IntakeDetails note,
            ContraindicationsAsked asked,
            ConsentOnRecord.Shown consent,
            Div head,
            Clock clock,
            ZoneId zone) {
        this.intake = intake;
        this.screening = screening;
        this.identity = identity;
        this.note = note;
        words = new IntakeWords(vocabulary, screening.rules(), note.forms());
        form = new IntakeForm(vocabulary, asked, note.forms(), consent, this::keep, this::raise);
        form.show(note.draft());
        autosave = new Autosave<>(this, kept(note), form::read, form::show, clock, zone);
        head.add(Ui.div(
                "cluster",
                autosave,
                new Button("Discard draft…", e -> discard()),
                Ui.signButton(() -> sign(List.of()))));
        getContent().addClassNames("page", "wide");
        getContent().add(Ui.div("stays", head, autosave.messages(), messages), form);
    }

    @Override
    public long save(long version, IntakeDraft draft) {
        return intake.saveDraft(note.id(), version, draft);
    }

    @Override
    public Autosave.Kept<IntakeDraft> latest() {
        return kept(intake.open(note.id()).orElseThrow(NotFoundException::new));
    }

    @Override
    public @Nullable String wrong() {
        return form.wrong();
    }

    @Override
    public String words(String field, IntakeDraft draft) {
        return words.of(field, draft);
    }

    private static Autosave.Kept<IntakeDraft> kept(IntakeDetails note) {
        return new Autosave.Kept<>(
                note.version(), note.draft(), note.changedByMe() ? "You, in another window," : note.changedBy());
    }

    private void keep() {
        autosave.save();
    }

    private int raise() {
        return screening.raise(
                note.id().asClinicalNote(), note.versions().earlier(), note.patient(), note.clinic(), form.screen());
    }

    private void discard() {
        new ReasonDialog("Discard draft", DISCARDED, "Discard draft", this::discardFor).open();
    }

    private Optional<String> discardFor(String reason) {
        autosave.save();
        return Attempt.refusalOf(
                () -> {
                    intake.discard(note.id(), autosave.version(), reason);
                    Ui.navigate(Routes.patient(note.patient()));
                },
                () -> {
                    autosave.refresh();
                    return "A colleague just changed this note. Review it before you discard it.";
                });
    }

    private void sign(List<CheckReply> answers) {
        messages.removeAll();
        if (form.wrong() != null) {
            messages.add(Ui.alert("Correct this before you sign: " + form.wrong()));
            return;
        }
        if (!autosave.save()) {
            return;
        }
        try {
            Attempt.showing(messages)
                    .on(ChecksToAnswer.class, contradicting -> ask(contradicting, answers))
                    .ifChanged(this::changedInTheMeantime)
                    .run(() -> {
                        intake.sign(note.id(), autosave.version(), answers);
                        UI.getCurrentOrThrow().refreshCurrentRoute(false);
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, () -> sign(answers), "A signed intake note can only be amended.")
                    .open();
        }
    }

    private void ask(ChecksToAnswer contradicting, List<CheckReply> answers) {
        new ChecksDialog(
                        contradicting.checks(),
                        more -> sign(
                                Stream.concat(answers.stream(), more.stream()).toList()))
                .open();
    }

    /** Handles a lost answer to a signature: the note is then already signed, once. */
    private void changedInTheMeantime() {
        if (intake.open(note.id())
                .filter(now -> now.status() != IntakeStatus.DRAFT)
                .isPresent()) {
            UI.getCurrentOrThrow().refreshCurrentRoute(false);
        } else {
            autosave.refresh();
            messages.add(Ui.alert("This note was just changed. Review it before you sign."));
        }
    }
}
