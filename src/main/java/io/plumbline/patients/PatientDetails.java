package io.plumbline.patients;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.PatientHeader;
import io.plumbline.shared.ui.Places;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient's page, as far as the caller may read it; made by {@link PatientService} alone, for whom the patient is
 * theirs.
 *
 * @param today the day at the patient's clinic
 * @param clinicalHold whether no treatment and no exercise session may be booked now; said without the reason
 * @param thrustHold whether no adjustment may be booked now; said without the reason
 * @param plan the treatment plan that runs; null where none does
 * @param alerts those that the caller may read, past and future ones too, the latest first
 * @param addedAt null for who was there before it was noted
 * @param changedBy who last described the patient; null where that was not noted
 * @param clinical what only those in relation to the patient read; null for everybody else, and then not even loaded
 */
public record PatientDetails(
        PatientId id,
        long version,
        String number,
        PatientDraft draft,
        Set<ClinicId> clinics,
        @Nullable LocalDate nextVisitOn,
        @Nullable LocalTime nextVisitAt,
        boolean clinicalHold,
        boolean thrustHold,
        @Nullable PlanProgress plan,
        LocalDate today,
        List<AlertRow> alerts,
        List<ConsentRow> consents,
        List<CareTeamMember> careTeam,
        @Nullable Instant addedAt,
        @Nullable String changedBy,
        @Nullable ClinicalHeader clinical) {

    /** The name as people say it. */
    public String name() {
        return draft.givenName() + " " + draft.familyName();
    }

    /** What the patient is called by. */
    public String calledBy() {
        return draft.preferredName().isEmpty() ? draft.givenName() : draft.preferredName();
    }

    /** The alerts that count today. */
    public List<AlertRow> alertsToday() {
        return alerts.stream().filter(alert -> alert.isOn(today)).toList();
    }

    /** Whether somebody else decides for the patient, being a minor. */
    public boolean isMinor() {
        return PatientDraft.isMinor(draft.birthDate(), today);
    }

    /** What the header says of the patient on every screen of theirs. */
    public PatientHeader.Person header() {
        return new PatientHeader.Person(
                draft.preferredName().isEmpty() ? name() : name() + " (" + draft.preferredName() + ")",
                Places.patient(id),
                Stream.of(draft.pronouns(), age(), number)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                alertsToday().stream()
                        .map(alert -> new PatientHeader.Alert(
                                alert.sentence(), alert.kind().isWarning()))
                        .toList(),
                careTeam.stream().map(CareTeamMember::name).collect(Collectors.joining(", ")),
                "Next visit " + Dates.dayAndTime(nextVisitOn, nextVisitAt, "not booked"),
                plan == null ? "" : plan.title() + " · " + plan.delivered() + "/" + plan.planned() + " visits",
                clinicalHold ? "Clinical hold" : thrustHold ? "No adjustment for now" : "");
    }

    private String age() {
        return draft.birthDate() == null ? "birth date not known" : Dates.age(draft.birthDate(), today);
    }

    /** The plan that runs: its name and how many of its visits are delivered, nothing clinical. */
    public record PlanProgress(String title, int planned, int delivered) {}

    /**
     * The clinical part of the header.
     *
     * @param openFlagLevel the most urgent red flag in force; null where none is
     */
    public record ClinicalHeader(@Nullable FlagLevel openFlagLevel) {}
}
