package io.plumbline.patients;

import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PatientHeaderContent;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.RecordVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient's chart, as far as the current user may read it. Only {@link PatientService} creates it, for users who may see
 * the patient.
 *
 * @param id the record under which the patient is read
 * @param records all records of the patient, first that one; more than one only if records were merged
 * @param merged the records that are merged into this one, directly or through another
 * @param conflicts what the records say differently about dangers, one sentence each
 * @param today the day at the patient's clinic
 * @param clinicalHold whether no treatment and no exercise session may be booked now; without the reason
 * @param thrustHold whether no adjustment may be booked now; without the reason
 * @param sensitive whether only named people and the privacy officer find the record
 * @param status whether the patient can be booked and written to
 * @param statusSince since when; null for a patient whose status never changed
 * @param sameName that another patient has the same name; null if none has
 * @param plan the active treatment plan; null if there is none
 * @param alerts the alerts that the current user may read, including past and future ones, newest first
 * @param undone what was done to alerts and consents that the current user may read, and then undone
 * @param addedAt null for a patient added before this was recorded
 * @param changedBy who last edited the patient; null if not recorded
 * @param clinical what only those in relation to the patient read; null for everybody else, and then not even loaded
 */
public record PatientDetails(
        PatientId id,
        List<PatientId> records,
        List<MergedRecord> merged,
        List<String> conflicts,
        long version,
        String number,
        PatientDraft draft,
        Set<ClinicId> clinics,
        @Nullable LocalDate nextVisitOn,
        @Nullable LocalTime nextVisitAt,
        boolean clinicalHold,
        boolean thrustHold,
        boolean sensitive,
        PatientStatus status,
        @Nullable LocalDate statusSince,
        @Nullable SameName sameName,
        @Nullable PlanProgress plan,
        LocalDate today,
        List<AlertRow> alerts,
        List<ConsentRow> consents,
        List<CareTeamMember> careTeam,
        List<FileUndone> undone,
        @Nullable Instant addedAt,
        @Nullable String changedBy,
        @Nullable ClinicalHeader clinical) {

    /** Returns the name in spoken order. */
    public String name() {
        return draft.name();
    }

    /** Returns the name that the patient goes by. */
    public String calledBy() {
        return Stream.of(draft.preferredName(), draft.givenName(), draft.familyName())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns whether something new may be begun on a record of the patient. */
    public RecordState on(PatientId record) {
        return new RecordState(record, id, number, status, statusSince);
    }

    /** Returns whether an alert that the current user may read says that the patient is pregnant today. */
    public boolean isPregnant() {
        return alertsToday().stream().anyMatch(alert -> alert.kind() == AlertKind.PREGNANCY);
    }

    /** Returns the alerts that apply today. */
    List<AlertRow> alertsToday() {
        return alerts.stream().filter(alert -> alert.isOn(today)).toList();
    }

    /** Returns whether the patient is a minor, for whom a guardian decides. */
    public boolean isMinor() {
        return PatientDraft.isMinor(draft.birthDate(), today);
    }

    /** Returns the patient header of every screen about the patient. */
    public PatientHeaderContent header() {
        return new PatientHeaderContent(
                draft.shownAs(),
                Routes.patient(id),
                sameName == null ? "" : sameName.sentence(),
                Stream.of(draft.pronouns(), age(), number, interpreter(), sensitive ? "sensitive record" : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Stream.of(
                                reactionAlert(),
                                alertsToday().stream()
                                        .map(alert -> new PatientHeaderContent.Alert(
                                                alert.sentence(), alert.kind().isWarning())),
                                conflicts.stream()
                                        .map(conflict -> new PatientHeaderContent.Alert(
                                                "Merged records differ. " + conflict, true)))
                        .flatMap(part -> part)
                        .toList(),
                status.sentence(statusSince),
                careTeam.stream().map(CareTeamMember::nameAndRole).collect(Collectors.joining(", ")),
                "Next visit " + Dates.dayAndTime(nextVisitOn, nextVisitAt, "not booked"),
                plan == null ? "" : plan.title() + " · " + plan.delivered() + "/" + plan.planned() + " visits",
                clinicalHold ? "Clinical hold" : thrustHold ? "No adjustment for now" : "");
    }

    private Stream<PatientHeaderContent.Alert> reactionAlert() {
        return clinical == null || clinical.openReaction() == null
                ? Stream.of()
                : Stream.of(
                        new PatientHeaderContent.Alert(clinical.openReaction().sentence(), true));
    }

    private String interpreter() {
        return Stream.concat(Stream.of(draft), merged.stream().map(MergedRecord::draft))
                .filter(record -> record.reach().interpreter())
                .max(Comparator.comparing(record -> !record.language().isEmpty()))
                .map(record ->
                        record.language().isEmpty() ? "interpreter needed" : "interpreter needed: " + record.language())
                .orElse("");
    }

    private String age() {
        return draft.birthDate() == null ? "birth date not known" : Dates.age(draft.birthDate(), ageOn());
    }

    /** Returns the day on which the age counts: for a deceased patient that of death. */
    private LocalDate ageOn() {
        return status == PatientStatus.DECEASED && statusSince != null ? statusSince : today;
    }

    /** The active plan: its name and its progress, no clinical content. */
    public record PlanProgress(String title, int planned, int delivered) {}

    /**
     * The clinical part of the header.
     *
     * @param openFlagLevel the most urgent red flag in force; null if there is none
     * @param openReaction the most severe adverse reaction that is severe or ongoing; null if there is none
     */
    public record ClinicalHeader(
            @Nullable FlagLevel openFlagLevel, @Nullable OpenReaction openReaction) {}

    /**
     * A record of the same person that is merged into another, and read as part of it.
     *
     * @param number the patient number, for example {@code P-1042}
     * @param mergedBy the name of the manager who merged it
     * @param draft its own demographics and contact details, which stay with it
     */
    public record MergedRecord(
            PatientId id,
            String number,
            String name,
            @Nullable LocalDate birthDate,
            Instant mergedAt,
            String mergedBy,
            String reason,
            PatientDraft draft) {
        /** Returns a copy with what the record says of the patient. */
        MergedRecord with(PatientDraft own) {
            return new MergedRecord(id, number, name, birthDate, mergedAt, mergedBy, reason, own);
        }

        /** Returns the fields in which this record knows something that the one under which it is read does not say. */
        public List<String> knowsMore(PatientDraft kept) {
            var own = RecordVersions.values(draft);
            return RecordVersions.changedFields(kept, draft).stream()
                    .filter(field -> !isUnknown(own.get(field)))
                    .toList();
        }

        private static boolean isUnknown(@Nullable Object value) {
            return value == null
                    || RecordVersions.isEmpty(value)
                    || Set.of(EmergencyContact.NONE, Guardian.NONE, PostalAddress.NONE, false)
                            .contains(value);
        }
    }
}
