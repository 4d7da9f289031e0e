package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Fact;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A patient's summary as a document: who it is, what to mind, and the timeline, as far as the reader may see it. */
@Component
public class PatientDocument {
    /** More would be a copy of the record, not a summary. */
    private static final int MOST_ENTRIES = 60;

    private static final String YOU = "you";

    private final PatientService patients;
    private final PatientHistory history;
    private final ClinicService clinics;
    private final DocumentDownloads downloads;

    PatientDocument(
            PatientService patients, PatientHistory history, ClinicService clinics, DocumentDownloads downloads) {
        this.patients = patients;
        this.history = history;
        this.clinics = clinics;
        this.downloads = downloads;
    }

    /** Returns the link that downloads the summary. */
    Anchor link(PatientId patient) {
        return downloads.link("patient-summary.pdf", () -> print(patient));
    }

    /** Returns the document and records it; empty if the patient is not available to the current user. */
    Optional<PrintedDocument> print(PatientId id) {
        return patients.print(id).flatMap(patient -> clinic(patient).map(clinic -> of(patient, clinic)));
    }

    /** Returns the clinic whose letterhead it has: one of the current user's own that knows the patient, or else any of them. */
    public static Optional<ClinicId> clinic(PatientDetails patient) {
        return patient.clinics().stream().min(CurrentUser.current().ownClinicsFirst());
    }

    private PrintedDocument of(PatientDetails patient, ClinicId clinic) {
        var header = patient.header();
        var parts = new ArrayList<PrintedDocument.Part>();
        if (!header.hold().isEmpty()) {
            parts.add(new PrintedDocument.Notice(
                    header.hold(), "A chiropractor decides before this treatment may be given."));
        }
        parts.add(new Table(
                "Alerts",
                List.of("Alert", "Since", "Until"),
                patient.alerts().stream()
                        .filter(alert -> !alert.isOver(patient.today()))
                        .map(alert -> List.of(
                                alert.sentence(),
                                Dates.dayAndYear(alert.startsOn()),
                                alert.endsOn() == null ? "" : Dates.dayAndYear(alert.endsOn())))
                        .toList()));
        parts.add(facts(
                "Care",
                "Next visit",
                Dates.dayAndTime(patient.nextVisitOn(), patient.nextVisitAt(), "Not booked"),
                "Treatment plan",
                header.plan(),
                "Care team",
                patient.careTeam().stream().map(CareTeamMember::nameAndRole).collect(Collectors.joining(", "))));
        parts.add(identity(patient));
        var emergency = patient.draft().emergency();
        var guardian = patient.draft().guardian();
        var calls = facts(
                "In an emergency",
                "Call",
                emergency.name(),
                "Relationship",
                emergency.relation(),
                "Phone",
                shown(emergency.phone()),
                "Guardian",
                guardian.name(),
                "Guardian's contact",
                guardian.contact());
        if (!calls.facts().isEmpty()) {
            parts.add(calls);
        }
        if (!patient.merged().isEmpty()) {
            parts.add(new Facts(
                    "Merged records",
                    patient.merged().stream()
                            .map(record -> new Fact(record.number(), PatientWords.beyond(record, patient.draft())))
                            .filter(fact -> !fact.fact().isEmpty())
                            .toList()));
        }
        parts.add(new Table(
                "Consents",
                List.of("Consent", "Given", "Withdrawn"),
                patient.consents().stream().map(PatientDocument::consent).toList()));
        parts.add(timeline(history.of(patient)));
        return PrintedDocument.ofPatient(clinic, "Patient summary", header, parts);
    }

    private Facts identity(PatientDetails patient) {
        var draft = patient.draft();
        return facts(
                "Identity and contact",
                "Name",
                patient.name(),
                "Born",
                Dates.birthDate(draft.birthDate(), patient.today()),
                "Patient number",
                patient.number(),
                "Phone",
                shown(draft.phone()),
                "Further phones",
                PatientWords.otherPhones(draft),
                "E-mail",
                draft.email() == null ? "" : draft.email().address(),
                "Postal address",
                draft.reach().address().shown(),
                "Former name",
                draft.formerName(),
                "Language",
                draft.language(),
                "Interpreter",
                draft.reach().interpreter() ? "Needed" : "",
                "Occupation",
                draft.occupation(),
                "Registered at",
                clinics.names(patient.clinics()));
    }

    private static Table timeline(PatientHistory.Timeline timeline) {
        var entries = timeline.entries();
        var isCut = timeline.isCut() || entries.size() > MOST_ENTRIES;
        return new Table(
                isCut ? "Timeline, the newest " + Math.min(MOST_ENTRIES, entries.size()) + " entries" : "Timeline",
                List.of("When", "What", "Detail"),
                entries.stream().limit(MOST_ENTRIES).map(PatientDocument::entry).toList());
    }

    private static List<String> entry(TimelineEntry entry) {
        var when = Dates.dayAndYear(entry.day())
                + (entry.dayOnly() ? "" : ", " + Dates.time(LocalTime.ofInstant(entry.at(), entry.zone())));
        return List.of(when, named(entry), entry.detail());
    }

    /** Returns what happened, with the name of the reader where the screen says <em>you</em>: others read a document too. */
    private static String named(TimelineEntry entry) {
        return entry.mine() && entry.what().endsWith(YOU)
                ? entry.what().substring(0, entry.what().length() - YOU.length())
                        + CurrentUser.current().displayName()
                : entry.what();
    }

    private static List<String> consent(ConsentRow consent) {
        return List.of(
                consent.kind().label(),
                Dates.dayAndYear(consent.givenOn()) + ", taken by " + consent.takenBy(),
                consent.withdrawnOn() == null ? "" : Dates.dayAndYear(consent.withdrawnOn()));
    }

    /** Returns a part without the terms that have no fact. */
    private static Facts facts(String heading, String... termsAndFacts) {
        return new Facts(
                heading,
                Stream.iterate(0, at -> at + 1 < termsAndFacts.length, at -> at + 2)
                        .map(at -> new Fact(termsAndFacts[at], termsAndFacts[at + 1]))
                        .filter(fact -> !fact.fact().isEmpty())
                        .toList());
    }

    private static String shown(@Nullable PhoneNumber phone) {
        return phone == null ? "" : phone.shown();
    }
}
