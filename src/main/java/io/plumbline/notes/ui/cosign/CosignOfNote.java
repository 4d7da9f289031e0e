package io.plumbline.notes.ui.cosign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.cosign.CosignDecision;
import io.plumbline.notes.cosign.CosignSeen;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.notes.cosign.CosignState;
import io.plumbline.practitioners.credentials.SignerCredentials;
import io.plumbline.safety.NoteFlagQuery;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.ProofDialog;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the co-signature of a signed note, and lets the supervisor of its author decide on it. */
@org.springframework.stereotype.Component
public class CosignOfNote {
    private static final String TITLE = "Co-signature";
    private static final String CHANGED =
            "This note was changed or decided on in the meantime. Reload the page and read it again.";

    private final CosignService cosign;
    private final IdentityService identity;

    CosignOfNote(CosignService cosign, IdentityService identity) {
        this.cosign = cosign;
        this.identity = identity;
    }

    /** Returns the co-signature of a note that the current user has open. */
    public CosignState of(NoteDetails opened) {
        return cosign.findByNote(opened);
    }

    /** Returns the co-signature of each of some notes that the current user has open. */
    public Map<NoteId, CosignState> of(List<NoteDetails> opened) {
        return cosign.findByNotes(opened);
    }

    /** Returns the red flags that a note raised which waits for the current user's co-signature; empty for other notes. */
    public List<NoteFlagQuery.Raised> raised(NoteDetails opened) {
        return cosign.findRaised(opened);
    }

    /** Returns what the note waits for, with the buttons of the supervisor; empty if it does not wait. */
    public Optional<Component> waiting(NoteDetails opened, CosignState state) {
        var waiting = state.waiting();
        if (waiting == null) {
            return Optional.empty();
        }
        var banner = Ui.div("banner tone-info", Icon.CLOCK.create(), said(opened, state, waiting));
        banner.getElement().setAttribute("role", "region");
        banner.getElement().setAttribute("aria-label", TITLE);
        var whole = Ui.div("stack-2", banner);
        if (waiting.mine() && !waiting.returned()) {
            var messages = new Div();
            banner.add(buttons(opened, waiting.seen(), messages));
            whole.addComponentAsFirst(messages);
        }
        return Optional.of(whole);
    }

    private static Div said(NoteDetails opened, CosignState state, CosignState.Waiting waiting) {
        if (!waiting.returned()) {
            return Ui.div("stack-0", Ui.text("", sentence(opened, waiting)));
        }
        var last = state.decisions().getLast();
        return Ui.div(
                "stack-0",
                Ui.text("strong", last.by() + " returned this note to " + (opened.mine() ? "you" : opened.author())),
                Ui.text("letter-text", last.remark()),
                Ui.text(
                        "",
                        opened.mine()
                                ? "Answer in an addendum, and the note waits for the co-signature again. If it should not"
                                        + " count, mark it as entered in error."
                                : "The author has not answered yet."));
    }

    private static String sentence(NoteDetails opened, CosignState.Waiting waiting) {
        if (waiting.mine()) {
            return "This note of " + opened.author() + " waits for your co-signature. Read it and what was added.";
        }
        return waiting.supervisor().isEmpty()
                ? "Awaiting co-signature, and nobody can co-sign it now. The clinic manager names a supervisor for "
                        + opened.author() + " under Practitioners. If the record is sensitive, a chiropractor who"
                        + " treats the patient, or the privacy officer, adds the supervisor to it."
                : "Awaiting co-signature of " + waiting.supervisor() + ".";
    }

    private Div buttons(NoteDetails opened, CosignSeen seen, Div messages) {
        var sign = Ui.primary(Ui.once("Co-sign", () -> sign(opened, seen, messages)));
        sign.addClickShortcut(Key.KEY_C, KeyModifier.ALT);
        sign.getElement().setAttribute("aria-keyshortcuts", "Alt+C");
        Keys.named(sign, "Alt C", "Co-sign the note");
        var giveBack = new Button(
                "Return with a remark…",
                e -> ReturnDialog.open(cosign, identity, opened, seen, CosignOfNote::showAgain));
        giveBack.addClickShortcut(Key.KEY_R, KeyModifier.ALT);
        giveBack.getElement().setAttribute("aria-keyshortcuts", "Alt+R");
        Keys.named(giveBack, "Alt R", "Return the note with a remark");
        return Ui.div("cluster", sign, giveBack);
    }

    private void sign(NoteDetails opened, CosignSeen seen, Div messages) {
        try {
            Attempt.showing(messages)
                    .ifChanged(CHANGED)
                    .ifNotAvailable("This note is no longer available to you. Reload the page.")
                    .run(() -> {
                        cosign.sign(opened.id(), seen);
                        // to the next one; outside the relation this note is not readable any more
                        Ui.navigate(Routes.NOTES);
                    });
        } catch (IdentityService.ProofNeeded proofNeeded) {
            new ProofDialog(identity::proveToSign, () -> sign(opened, seen, messages)).open();
        }
    }

    private static void showAgain() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }

    /** Returns what was decided; empty if nothing was. */
    public Optional<Component> history(CosignState state, ClinicLabel clinic) {
        if (state.decisions().isEmpty()) {
            return Optional.empty();
        }
        var card = Ui.card(TITLE);
        for (var decision : state.decisions()) {
            var part = Ui.div("stack-2", Ui.text("strong", words(decision, clinic)));
            SignatureCard.warning(decision.intact()).ifPresent(part::addComponentAsFirst);
            if (!decision.remark().isEmpty()) {
                part.add(Ui.text("letter-text", decision.remark()));
            }
            part.add(Ui.facts(
                    "Code",
                    ContentMac.named(decision.contentHash()),
                    "Content",
                    decision.intact() ? "As it was signed" : "Changed after signing"));
            card.add(part);
        }
        return Optional.of(card);
    }

    /**
     * Returns the co-signature for a printed note, or what it waits for; empty for one that needs none.
     *
     * @param credentials of the supervisor
     */
    public List<PrintedDocument.Facts> printed(CosignState state, ClinicLabel clinic, SignerCredentials credentials) {
        var signed = state.cosignature();
        if (signed.isPresent()) {
            var one = signed.get();
            return List.of(PrintedDocument.Facts.of(
                    TITLE,
                    SignatureCard.printed(
                            one.by(),
                            credentials.atSigning(one.signer(), one.at(), clinic.zone()),
                            at(one, clinic),
                            one.contentHash(),
                            one.intact())));
        }
        var waiting = state.waiting();
        if (waiting == null) {
            return List.of();
        }
        return List.of(PrintedDocument.Facts.of(
                TITLE,
                "Status",
                waiting.supervisor().isEmpty()
                        ? "Awaiting co-signature"
                        : "Awaiting co-signature of " + waiting.supervisor()));
    }

    private static String words(CosignState.Decision decision, ClinicLabel clinic) {
        var verb = decision.kind() == CosignDecision.COSIGNED ? "Co-signed by " : "Returned by ";
        return verb + decision.by() + ", " + at(decision, clinic);
    }

    private static String at(CosignState.Decision decision, ClinicLabel clinic) {
        return clinic.stamp(decision.at());
    }
}
