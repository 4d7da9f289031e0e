package io.plumbline.notes.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.ui.amendments.AmendmentsOfNote;
import io.plumbline.notes.ui.cosign.CosignOfNote;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.CheckAnswers;
import io.plumbline.shared.ui.SignatureCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A signed session note as a document. */
@Component
class NoteDocument {
    private final NoteService notes;
    private final PatientService patients;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final Modalities modalities;
    private final ClinicService clinics;
    private final AmendmentsOfNote amendments;
    private final CosignOfNote cosign;
    private final SignersOfNotes signers;
    private final DocumentDownloads downloads;

    NoteDocument(
            NoteService notes,
            PatientService patients,
            SafetyService safety,
            ScreeningService screening,
            Modalities modalities,
            ClinicService clinics,
            AmendmentsOfNote amendments,
            CosignOfNote cosign,
            SignersOfNotes signers,
            DocumentDownloads downloads) {
        this.notes = notes;
        this.patients = patients;
        this.safety = safety;
        this.screening = screening;
        this.modalities = modalities;
        this.clinics = clinics;
        this.amendments = amendments;
        this.cosign = cosign;
        this.signers = signers;
        this.downloads = downloads;
    }

    /** Returns the link that downloads a signed note. */
    Anchor link(NoteId note) {
        return downloads.link("session-note.pdf", () -> print(note));
    }

    /** Returns the document and records it; empty if the note is not signed, or not available to the current user. */
    Optional<PrintedDocument> print(NoteId id) {
        return notes.print(id).flatMap(note -> patients.details(note.patient()).map(patient -> of(note, patient)));
    }

    private PrintedDocument of(NoteDetails note, PatientDetails patient) {
        var clinic = clinics.label(note.clinic());
        var words = new NoteWords(modalities, screening.rules());
        var parts = new ArrayList<PrintedDocument.Part>();
        var signature = note.signature();
        if (signature != null) {
            SignatureCard.broken(signature.intact())
                    .ifPresent(sentence -> parts.add(new PrintedDocument.Notice("Altered", sentence)));
        }
        var added = amendments.of(note);
        var cosigned = cosign.of(note);
        var credentials = signers.of(List.of(note), List.of(added), List.of(cosigned));
        parts.addAll(amendments.printedWarning(added, clinic));
        parts.add(Facts.of(
                "Visit",
                "Day",
                Dates.longDate(note.treatedOn()),
                "Treatment",
                note.service().label(),
                "Practitioner",
                note.author()));
        var takenOver = note.takenOver();
        if (takenOver != null) {
            parts.add(new PrintedDocument.Notice("Taken over", takenOver.words(note.author())));
        }
        parts.add(Facts.of(
                "What was done",
                words.facts(note.draft(), NoteWords.raisedFrom(note.id(), safety.findByPatient(patient)))));
        if (!note.checks().isEmpty()) {
            parts.add(Facts.of(CheckAnswers.TITLE, CheckAnswers.facts(note.checks())));
        }
        if (signature != null) {
            parts.add(Facts.of(
                    SignatureCard.TITLE,
                    SignatureCard.printed(
                            note.author(),
                            credentials.atSigning(signature.by(), signature.at(), clinic.zone()),
                            clinic.stamp(signature.at()),
                            signature.contentHash(),
                            signature.intact())));
        }
        parts.addAll(cosign.printed(cosigned, clinic, credentials));
        parts.addAll(amendments.printedAddenda(added, clinic, credentials));
        return PrintedDocument.ofPatient(note.clinic(), "Session note", patient.header(), parts);
    }
}
