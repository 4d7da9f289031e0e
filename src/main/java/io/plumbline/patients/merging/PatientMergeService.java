package io.plumbline.patients.merging;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges patient records of the same person, and undoes merges at any time. No row moves: from then on the merged record
 * is read as part of the other, and what is written belongs to the record on which it is written. A hold, an alert or a
 * flag of one holds for both.
 */
@Service
@Transactional
@Requires(Permission.PATIENT_MERGE)
public class PatientMergeService {
    private static final int LONGEST_REASON = 400;

    private final PatientAliasStore aliases;
    private final PatientService patients;
    private final PatientRecords records;
    private final List<MergeObstacle> obstacles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientMergeService(
            PatientAliasStore aliases,
            PatientService patients,
            PatientRecords records,
            List<MergeObstacle> obstacles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.aliases = aliases;
        this.patients = patients;
        this.records = records;
        this.obstacles = obstacles;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Merges a record into another of the same person. If the other is itself merged, both are read under the record
     * that it is read under.
     *
     * @param reason why they are the same person, at most 400 characters
     * @throws NotAvailable if either record is not at the current user's clinics
     * @throws Refused if the reason is missing, the records are already read as one, or something must be finished
     *     first; the message is for the user
     */
    public void merge(PatientId id, PatientId into, String reason) {
        var why = ReasonWords.require("The reason", reason, LONGEST_REASON);
        if (id.equals(into)) {
            throw new Refused("A record cannot be merged into itself. Choose the other record");
        }
        aliases.takeTurn();
        var merged = requireMine(id);
        var kept = requireMine(into);
        if (merged.id().equals(kept.id())) {
            throw new Refused("These records are already merged");
        }
        if (!merged.id().equals(id)) {
            throw new Refused("This record is already merged into " + merged.number() + ". Merge " + merged.number()
                    + ", or unmerge this record first");
        }
        var all = hold(merged.records(), kept.records());
        for (var one : List.of(requireMine(merged.id()), requireMine(kept.id()))) {
            if (one.status() != PatientStatus.ACTIVE) {
                throw new Refused(one.number() + " is not active. Set the patient active before you merge the records");
            }
        }
        for (var obstacle : obstacles) {
            obstacle.find(merged.records(), kept.records()).ifPresent(what -> {
                throw new Refused(what);
            });
        }
        aliases.add(id, kept.id(), why, CurrentUser.current().staff(), clock.instant());
        regroup(all);
        events.publishEvent(new PatientMergeEvent.Merged(id, "into " + kept.number()));
        events.publishEvent(new PatientMergeEvent.Merged(kept.id(), "with " + merged.number()));
    }

    /**
     * Undoes a merge: each record reads as before, with what was written on it since.
     *
     * @throws NotAvailable if the record is not at the current user's clinics
     * @throws Refused if it is no longer merged
     */
    public void unmerge(PatientId id) {
        aliases.takeTurn();
        var together = requireMine(id);
        if (aliases.keptFor(id).isEmpty()) {
            throw new Refused("This record is no longer merged with another record");
        }
        var all = hold(together.records(), List.of());
        aliases.end(id, CurrentUser.current().staff(), clock.instant());
        regroup(all);
        events.publishEvent(new PatientMergeEvent.Unmerged(id, "from " + together.number()));
        events.publishEvent(new PatientMergeEvent.Unmerged(together.id(), "from a merged record"));
    }

    private PatientDetails requireMine(PatientId id) {
        return patients.details(id)
                .filter(patient -> !Collections.disjoint(
                        patient.clinics(), CurrentUser.current().clinics()))
                .orElseThrow(NotAvailable::new);
    }

    /** Locks the headers, always in the same order, so that nothing is booked, started or flagged in between. */
    private SequencedSet<PatientId> hold(Collection<PatientId> some, Collection<PatientId> others) {
        var all = new LinkedHashSet<PatientId>();
        all.addAll(some);
        all.addAll(others);
        all.stream().sorted(Comparator.comparing(PatientId::value)).forEach(patients::holdHeader);
        return all;
    }

    private void regroup(SequencedSet<PatientId> all) {
        var groups = aliases.regroup(all);
        all.forEach(records::readAgain);
        groups.forEach(patients::foundAs);
        events.publishEvent(
                new RecordsRegrouped(groups.stream().map(SequencedSet::getFirst).toList(), all));
    }
}
