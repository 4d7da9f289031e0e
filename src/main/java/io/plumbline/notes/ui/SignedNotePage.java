package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.nextvisit.NextVisitService;
import io.plumbline.notes.ui.amendments.AmendmentsOfNote;
import io.plumbline.notes.ui.cosign.CosignOfNote;
import io.plumbline.notes.ui.privacy.ReadersOfNote;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.NoteFlagQuery.Raised;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.CheckAnswers;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;

/** A signed session note to read, with what was added to it since. */
@org.springframework.stereotype.Component
class SignedNotePage {
    private final NoteService notes;
    private final Modalities modalities;
    private final ScreeningService screening;
    private final AmendmentsOfNote amendments;
    private final CosignOfNote cosign;
    private final ReadersOfNote readers;
    private final NextVisit next;
    private final NextVisitService nextVisits;
    private final NoteDocument document;

    SignedNotePage(
            NoteService notes,
            Modalities modalities,
            ScreeningService screening,
            AmendmentsOfNote amendments,
            CosignOfNote cosign,
            ReadersOfNote readers,
            NextVisit next,
            NextVisitService nextVisits,
            NoteDocument document) {
        this.notes = notes;
        this.modalities = modalities;
        this.screening = screening;
        this.amendments = amendments;
        this.cosign = cosign;
        this.readers = readers;
        this.next = next;
        this.nextVisits = nextVisits;
        this.document = document;
    }

    /**
     * Returns the page.
     *
     * @param flags the patient's red flags, of which those that were raised from the note are named
     * @param isJustSigned whether to show the confirmation with the next visit
     * @param below what the record knows beside the note
     */
    Div of(NoteDetails note, ClinicLabel clinic, List<FlagDetails> flags, boolean isJustSigned, Component below) {
        return page(note, clinic, NoteWords.raisedFrom(note.id(), flags), isJustSigned, below, true);
    }

    /**
     * Returns the page for a supervisor outside the relation, who reads the note and the red flags that it raised, to
     * co-sign it.
     */
    Div withoutRecord(NoteDetails note, ClinicLabel clinic) {
        var raised = cosign.raised(note);
        var below = RailBesideNote.around(
                Ui.railPart(
                        "Patient",
                        Ui.text("strong", note.patientName()),
                        Ui.text(
                                "muted",
                                "You read this note because you supervise its author. The rest of the record takes a"
                                        + " relation to the patient, or break-glass access."),
                        new Anchor(Routes.patient(note.patient()), "Open the record")),
                raised(raised));
        var names = raised.stream().map(Raised::flag).distinct().toList();
        return page(note, clinic, names, false, below, false);
    }

    private static Div raised(List<Raised> raised) {
        var part = Ui.railPart("Red flags raised from this note");
        if (raised.isEmpty()) {
            part.add(Ui.text("muted", "None"));
        }
        raised.forEach(one ->
                part.add(StatusBadge.clinical(one.flag() + ", " + one.level().fullLabel())));
        return part;
    }

    /** A supervisor reads a note that is restricted to others, and neither prints nor amends it. */
    private boolean mayAct(NoteDetails note) {
        return !note.privacy().isRestricted()
                || note.mine()
                || notes.brief(note.id()).isPresent();
    }

    private Div page(
            NoteDetails note,
            ClinicLabel clinic,
            List<String> raised,
            boolean isJustSigned,
            Component below,
            boolean hasRecord) {
        var words = new NoteWords(modalities, screening.rules());
        var added = amendments.of(note);
        var cosigning = cosign.of(note);
        var page = Ui.div("note-document");
        page.add(Ui.card("What was done", words.all(note.draft(), raised)));
        CheckAnswers.card(note.checks()).ifPresent(page::add);
        var addenda = amendments.addenda(note, added, clinic);
        page.add(addenda);
        var signature = note.signature();
        if (signature != null) {
            SignatureCard.warning(signature.intact()).ifPresent(page::addComponentAsFirst);
            page.add(SignatureCard.of(
                    note.author(), clinic.stamp(signature.at()), signature.contentHash(), signature.intact()));
        }
        cosign.history(cosigning, clinic).ifPresent(page::add);
        var head = NoteHead.of(note, clinic.zone(), Optional.empty());
        if (hasRecord && mayAct(note)) {
            var actions = Ui.div("cluster", document.link(note.id()));
            actions.add(amendments.actions(note, clinic, addenda));
            if (note.mine()) {
                actions.add(readers.of(note));
            }
            head.add(actions);
        }
        var whole = Ui.div("page note-read", head);
        if (isJustSigned) {
            whole.add(next.afterSigning());
        }
        var proposals = nextVisits.propose(note);
        if (!proposals.isEmpty()) {
            whole.add(new NextVisitCard(nextVisits, note, proposals));
        }
        cosign.waiting(note, cosigning).ifPresent(whole::add);
        amendments.warning(added, clinic).ifPresent(whole::add);
        amendments.copied(added).ifPresent(whole::add);
        whole.add(page, below);
        return whole;
    }
}
