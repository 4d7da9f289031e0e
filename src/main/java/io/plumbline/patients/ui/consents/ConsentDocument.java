package io.plumbline.patients.ui.consents;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.consents.PrintedConsent;
import io.plumbline.patients.ui.PatientDocument;
import io.plumbline.shared.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A consent of a patient as a document, with the text that was agreed to. */
@Component
class ConsentDocument {
    private final ConsentService consents;
    private final DocumentDownloads downloads;
    private final ClinicService clinics;

    ConsentDocument(ConsentService consents, DocumentDownloads downloads, ClinicService clinics) {
        this.consents = consents;
        this.downloads = downloads;
        this.clinics = clinics;
    }

    /** Returns the link that downloads a consent. */
    Anchor link(ConsentRow consent) {
        var link = downloads.link("consent.pdf", () -> print(consent.id()));
        link.setAriaLabel("PDF: " + consent.kind().label());
        return link;
    }

    /** Returns the document and records it; empty if no clinic of the patient is available to the current user. */
    Optional<PrintedDocument> print(ConsentId id) {
        var printed = consents.print(id);
        return PatientDocument.clinic(printed.patient())
                .map(clinic -> PrintedDocument.ofPatient(
                        clinic,
                        "Consent: " + printed.consent().kind().label(),
                        printed.patient().header(),
                        parts(printed)));
    }

    private List<PrintedDocument.Part> parts(PrintedConsent printed) {
        var consent = printed.consent();
        var parts = new ArrayList<PrintedDocument.Part>();
        var text = printed.text();
        if (text != null) {
            parts.add(new Table(
                    "Text that was agreed to",
                    List.of(text.title()),
                    text.paragraphs().stream().map(List::of).toList()));
        }
        var agreement = consent.agreement();
        parts.add(Facts.of(
                "Agreement",
                "Text",
                consent.words(),
                "Agreed",
                agreement == null ? "Not recorded" : agreement.words(),
                "Given",
                Dates.dayAndYear(consent.givenOn()) + ", taken by " + consent.takenBy(),
                "Status",
                status(consent)));
        var online = consent.online();
        if (online != null) {
            var sent = Dates.stampWithZone(online.at(), clinics.ownZone());
            var doubt = online.doubt();
            parts.add(
                    doubt == null
                            ? Facts.of("Online", "Sent", sent, "Network address", online.address())
                            : Facts.of(
                                    "Online",
                                    "Sent",
                                    sent,
                                    "Network address",
                                    online.address(),
                                    "Proof",
                                    doubt.words()));
        }
        return parts;
    }

    private static String status(ConsentRow consent) {
        if (consent.withdrawnOn() != null) {
            return "Withdrawn " + Dates.dayAndYear(consent.withdrawnOn());
        }
        return consent.replacedOn() == null
                ? "In force"
                : "Replaced by another version " + Dates.dayAndYear(consent.replacedOn());
    }
}
