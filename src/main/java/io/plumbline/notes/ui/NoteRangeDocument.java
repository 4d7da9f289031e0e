package io.plumbline.notes.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Notice;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NotePrintService;
import io.plumbline.notes.NotePrintService.Opened;
import io.plumbline.notes.NotePrintService.Range;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.amendments.NoteAmendmentService.Added;
import io.plumbline.notes.cosign.CosignState;
import io.plumbline.notes.ui.amendments.AmendmentsOfNote;
import io.plumbline.notes.ui.cosign.CosignOfNote;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.SignerCredentials;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.CheckAnswers;
import io.plumbline.shared.ui.SignatureCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The signed session notes of some days as one document. */
@Component
class NoteRangeDocument {
    private final NotePrintService notes;
    private final PatientService patients;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final Modalities modalities;
    private final ClinicService clinics;
    private final AmendmentsOfNote amendments;
    private final CosignOfNote cosign;
    private final SignersOfNotes signers;
    private final DocumentDownloads downloads;

    NoteRangeDocument(
            NotePrintService notes,
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

    /** Returns the button that asks for the days, for a patient whose chart the current user has open. */
    Button button(PatientDetails opened) {
        return new Button("Print notes…", e -> new PrintNotesDialog(
                        opened.today(), range -> notes.count(opened.id(), range), range -> link(opened.id(), range))
                .open());
    }

    private Anchor link(PatientId patient, Range range) {
        return downloads.link("session-notes.pdf", () -> print(patient, range));
    }

    /** Returns the document and records it; empty if there is no such note, or there are too many. */
    Optional<PrintedDocument> print(PatientId id, Range range) {
        var opened = notes.print(id, range);
        return opened.notes().isEmpty()
                ? Optional.empty()
                : patients.details(id).map(patient -> of(opened, patient, range));
    }

    private PrintedDocument of(Opened found, PatientDetails patient, Range range) {
        var opened = found.notes();
        var flags = safety.findByPatient(patient);
        var added = amendments.of(opened);
        var cosigned = cosign.of(opened);
        var credentials = signers.of(opened, added.values(), cosigned.values());
        var parts = new ArrayList<PrintedDocument.Part>();
        parts.add(contents(found, range));
        opened.forEach(note -> parts.addAll(partsOf(
                note,
                Objects.requireNonNull(added.get(note.id())),
                Objects.requireNonNull(cosigned.get(note.id())),
                flags,
                credentials)));
        return PrintedDocument.ofPatient(opened.getLast().clinic(), "Session notes", patient.header(), parts);
    }

    private static Facts contents(Opened found, Range range) {
        var opened = found.notes();
        var wrong = opened.stream()
                .filter(note -> note.status() == NoteStatus.ENTERED_IN_ERROR)
                .count();
        return Facts.of(
                "Which notes",
                "Days",
                Dates.dayAndYear(range.from()) + " to " + Dates.dayAndYear(range.until()),
                "Notes",
                opened.size()
                        + (range.isWithErrors()
                                ? ", of which " + wrong + " entered in error"
                                : ", without any that were entered in error")
                        + (found.withheld() == 0 ? "" : "; " + found.withheld() + " restricted to others left out"));
    }

    /** Each part names its note, since the parts of many notes follow one another. */
    private List<PrintedDocument.Part> partsOf(
            NoteDetails note,
            Added added,
            CosignState cosigned,
            List<FlagDetails> flags,
            SignerCredentials credentials) {
        var clinic = clinics.label(note.clinic());
        var name = Dates.dayAndYear(note.treatedOn()) + ", " + note.service().label();
        var words = new NoteWords(modalities, screening.rules());
        var signature = Objects.requireNonNull(note.signature(), "only signed notes are printed");
        var parts = new ArrayList<PrintedDocument.Part>();
        SignatureCard.broken(signature.intact())
                .ifPresent(sentence -> parts.add(new Notice(name + ": altered", sentence)));
        var takenOver = note.takenOver();
        if (takenOver != null) {
            parts.add(new Notice(name + ": taken over", takenOver.words(note.author())));
        }
        amendments.printedWarning(added, clinic).stream()
                .map(notice -> new Notice(name + ": " + notice.heading(), notice.sentence()))
                .forEach(parts::add);
        var facts = Stream.of(
                        new String[] {"Practitioner", note.author()},
                        words.facts(note.draft(), NoteWords.raisedFrom(note.id(), flags)),
                        CheckAnswers.facts(note.checks()),
                        SignatureCard.printed(
                                note.author(),
                                credentials.atSigning(signature.by(), signature.at(), clinic.zone()),
                                clinic.stamp(signature.at()),
                                signature.contentHash(),
                                signature.intact()))
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        parts.add(Facts.of(name, facts));
        Stream.concat(
                        cosign.printed(cosigned, clinic, credentials).stream(),
                        amendments.printedAddenda(added, clinic, credentials).stream())
                .map(more -> new Facts(name + ": " + more.heading(), more.facts()))
                .forEach(parts::add);
        return parts;
    }
}
