package io.plumbline.intake.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.CheckAnswers;
import io.plumbline.shared.ui.SignatureCard;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A signed intake note as a document. */
@Component
class IntakeDocument {
    private final IntakeService intake;
    private final PatientService patients;
    private final IntakeVocabulary vocabulary;
    private final ScreeningService screening;
    private final ClinicService clinics;
    private final VersionsOfIntake versions;
    private final CredentialService credentials;
    private final DocumentDownloads downloads;

    IntakeDocument(
            IntakeService intake,
            PatientService patients,
            IntakeVocabulary vocabulary,
            ScreeningService screening,
            ClinicService clinics,
            VersionsOfIntake versions,
            CredentialService credentials,
            DocumentDownloads downloads) {
        this.intake = intake;
        this.patients = patients;
        this.vocabulary = vocabulary;
        this.screening = screening;
        this.clinics = clinics;
        this.versions = versions;
        this.credentials = credentials;
        this.downloads = downloads;
    }

    /** Returns the link that downloads a signed note. */
    Anchor link(IntakeId note) {
        return downloads.link("intake-note.pdf", () -> print(note));
    }

    /** Returns the document and records it; empty if the note is not signed, or not available to the current user. */
    Optional<PrintedDocument> print(IntakeId id) {
        return intake.print(id).flatMap(note -> patients.details(note.patient()).map(patient -> of(note, patient)));
    }

    private PrintedDocument of(IntakeDetails note, PatientDetails patient) {
        var clinic = clinics.label(note.clinic());
        var words = new IntakeWords(vocabulary, screening.rules().ofVersion(note.rulesVersion()), note.forms());
        var parts = new ArrayList<PrintedDocument.Part>();
        var signature = note.signature();
        var held = credentials.findBySigners(signers(note));
        if (signature != null) {
            SignatureCard.broken(signature.intact())
                    .ifPresent(sentence -> parts.add(new PrintedDocument.Notice("Altered", sentence)));
        }
        parts.addAll(versions.printed(note, clinic));
        parts.add(Facts.of("Complaint", words.facts(note.draft())));
        if (!note.checks().isEmpty()) {
            parts.add(Facts.of(CheckAnswers.TITLE, CheckAnswers.facts(note.checks())));
        }
        if (signature != null) {
            parts.add(Facts.of(
                    SignatureCard.TITLE,
                    SignatureCard.printed(
                            signature.by(),
                            held.atSigning(signature.signer(), signature.at(), clinic.zone()),
                            clinic.stamp(signature.at()),
                            signature.contentHash(),
                            signature.intact())));
        }
        parts.addAll(ConclusionOfIntake.printed(note, clinic, held));
        return PrintedDocument.ofPatient(note.clinic(), "Intake note", patient.header(), parts);
    }

    private static Set<StaffId> signers(IntakeDetails note) {
        var conclusion = note.conclusion();
        return Stream.of(note.signature(), conclusion == null ? null : conclusion.signature())
                .filter(Objects::nonNull)
                .map(IntakeDetails.Signature::signer)
                .collect(Collectors.toSet());
    }
}
