package io.plumbline.referrals.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.referrals.ContactDraft;
import io.plumbline.referrals.ReferralDetails;
import io.plumbline.referrals.ReferralService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.ui.SignatureCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letter of a referral: who the patient is and what the chiropractor wrote, and nothing else of the chart. */
@Component
class ReferralLetter {
    private final ReferralService referrals;
    private final PatientService patients;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final DocumentDownloads downloads;

    ReferralLetter(
            ReferralService referrals,
            PatientService patients,
            CredentialService credentials,
            ClinicService clinics,
            DocumentDownloads downloads) {
        this.referrals = referrals;
        this.patients = patients;
        this.credentials = credentials;
        this.clinics = clinics;
        this.downloads = downloads;
    }

    /** Returns the link that downloads the letter. */
    Anchor link(ReferralId referral) {
        return downloads.link("referral-letter.pdf", () -> print(referral));
    }

    /** Returns the letter and records it; empty if it is not available to the current user. */
    Optional<PrintedDocument> print(ReferralId id) {
        return referrals.print(id).flatMap(letter -> patients.details(
                        letter.referral().patient())
                .map(patient -> of(letter.referral(), letter.to(), patient)));
    }

    private PrintedDocument of(ReferralDetails referral, @Nullable ContactDraft to, PatientDetails patient) {
        var born = patient.draft().birthDate();
        var birth = born == null ? "Not known" : Dates.dayAndYear(born);
        var number = patient.number();
        var parts = List.<PrintedDocument.Part>of(
                Facts.of("To", addressee(referral, to).toArray(String[]::new)),
                Facts.of("Patient", "Name", patient.name(), "Born", birth, "Patient number", number),
                Facts.of("Referral", facts(referral)));
        return new PrintedDocument(
                referral.clinic(), "Referral", patient.name() + " · born " + birth + " · " + number, parts);
    }

    private String[] facts(ReferralDetails referral) {
        var held = credentials.findBySigners(Set.of(referral.asker()));
        var written = referral.history().getFirst().at();
        return new String[] {
            "Reason",
            referral.reason(),
            "Priority",
            referral.priority().label(),
            "Referred",
            Dates.dayAndYear(referral.askedOn()),
            "Referred by",
            referral.askedBy(),
            SignatureCard.CREDENTIAL,
            held.atSigning(referral.asker(), written, clinics.zoneOf(referral.clinic())),
            "Please answer by",
            Dates.dayAndYear(referral.dueOn())
        };
    }

    private static List<String> addressee(ReferralDetails referral, @Nullable ContactDraft to) {
        var facts = new ArrayList<>(List.of("Name", referral.to()));
        if (to != null) {
            add(facts, "Address", to.address());
            add(facts, "Phone", to.phone() == null ? "" : to.phone().shown());
            add(facts, "Fax", to.fax() == null ? "" : to.fax().shown());
            add(facts, "E-mail", to.email() == null ? "" : to.email().address());
        }
        return facts;
    }

    private static void add(List<String> facts, String term, String fact) {
        if (!fact.isEmpty()) {
            facts.addAll(List.of(term, fact));
        }
    }
}
