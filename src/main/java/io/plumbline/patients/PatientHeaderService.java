package io.plumbline.patients;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules keep of a patient for every screen: the clinics of the patient, and in the patient's header the next
 * visit, the most urgent red flag, the most severe adverse reaction, and the active treatment plan.
 */
@Service
@Transactional
@Requires(Permission.PATIENT_READ)
public class PatientHeaderService {
    private final PatientDirectoryQuery directory;
    private final PatientSearch search;
    private final PatientRecords records;
    private final RelationService relations;
    private final ApplicationEventPublisher events;

    PatientHeaderService(
            PatientDirectoryQuery directory,
            PatientSearch search,
            PatientRecords records,
            RelationService relations,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.search = search;
        this.records = records;
        this.relations = relations;
        this.events = events;
    }

    /** Registers a patient at the clinic of a booking; a merged record, the one under which it is read. */
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void knownAt(PatientId patient, ClinicId clinic) {
        if (directory.knownAt(patient, clinic)) {
            var readAs = records.readAs(patient);
            search.foundAt(readAs, clinic);
            events.publishEvent(new KnownAt(readAs, clinic));
        } else if (records.of(patient).size() > 1) {
            directory.keepKnownAt(records.readAs(patient), clinic);
        }
    }

    /** Sets or clears the next visit in the patient's header; called by schedule. */
    @Requires(Permission.NEXT_VISIT_KEEP)
    public void nextVisitIs(PatientId patient, @Nullable LocalDate on, @Nullable LocalTime at) {
        directory.nextVisitIs(records.of(patient), on, at);
    }

    /**
     * Sets the most urgent red flag in force in the patient's header; called by safety. Of merged records, it is that of
     * all of them, and each header has it: a hold of one holds for all.
     *
     * @param mostUrgent evaluated once the header is locked; empty if there is none
     */
    @Requires(Permission.FLAG_KEEP)
    public void openFlagIs(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        keepOpenFlag(patient, mostUrgent);
    }

    /** Sets it after a merge or unmerge, as {@link #openFlagIs} does; called by safety. */
    @Requires(Permission.PATIENT_MERGE)
    public void openFlagRegrouped(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        keepOpenFlag(patient, mostUrgent);
    }

    private void keepOpenFlag(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        directory.holdHeader(patient);
        var all = records.of(patient);
        var level = directory.openFlagIs(all, mostUrgent);
        all.forEach(record -> events.publishEvent(new OpenFlagChanged(record, level.orElse(null))));
    }

    /**
     * Sets the severe or ongoing adverse reaction in the patient's header, of merged records that of all of them; called by
     * reactions.
     *
     * @param mostSevere evaluated once the header is locked; empty if there is none
     */
    @Requires(Permission.REACTION_WRITE)
    public void openReactionIs(PatientId patient, Supplier<Optional<OpenReaction>> mostSevere) {
        keepOpenReaction(patient, mostSevere);
    }

    /** Sets it after a merge or unmerge, as {@link #openReactionIs} does; called by reactions. */
    @Requires(Permission.PATIENT_MERGE)
    public void openReactionRegrouped(PatientId patient, Supplier<Optional<OpenReaction>> mostSevere) {
        keepOpenReaction(patient, mostSevere);
    }

    private void keepOpenReaction(PatientId patient, Supplier<Optional<OpenReaction>> mostSevere) {
        directory.holdHeader(patient);
        directory.openReactionIs(records.of(patient), mostSevere.get());
    }

    /**
     * Sets the active treatment plan in the patient's header and locks the header until the end of the transaction;
     * called by plans.
     *
     * @param delivered how many of the {@code planned} visits are delivered
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    @Requires(Permission.PLAN_KEEP)
    public void planIs(PatientId patient, String title, int planned, int delivered) {
        relations.requireClinical(patient);
        directory.planIs(records.of(patient), title, planned, delivered);
    }

    /** Sets the plan in the header after a merge, which shows a manager no more than the header does; called by plans. */
    @Requires(Permission.PATIENT_MERGE)
    public void planShownIs(PatientId patient, String title, int planned, int delivered) {
        directory.planIs(records.of(patient), title, planned, delivered);
    }

    /** Clears the plan in the header after a merge or unmerge; called by plans. */
    @Requires(Permission.PATIENT_MERGE)
    public void noPlanShown(PatientId patient) {
        directory.noPlanRuns(records.of(patient));
    }

    /**
     * Clears the treatment plan in the patient's header; called by plans.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    @Requires(Permission.PLAN_KEEP)
    public void noPlanRuns(PatientId patient) {
        relations.requireClinical(patient);
        directory.noPlanRuns(records.of(patient));
    }

    /** A patient was registered at one more clinic. */
    public record KnownAt(PatientId patient, ClinicId clinic) {}
}
