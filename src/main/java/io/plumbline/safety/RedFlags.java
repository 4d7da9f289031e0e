package io.plumbline.safety;

import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RedFlags extends Repository<RedFlag, UUID> {
    /** Flushes at once, since the patient's header is then read from the flags. */
    RedFlag saveAndFlush(RedFlag flag);

    Optional<RedFlag> findById(UUID id);

    /**
     * Locks the row without changing it. Without this lock, two concurrent steps would each hold the flag through the
     * row of their step, and deadlock.
     */
    @Modifying
    @Query("update RedFlag f set f.status = f.status where f.id = :id")
    void lock(UUID id);

    @Query("select f from RedFlag f where f.subjectId in :subjects and f.status in :statuses")
    List<RedFlag> ofSubjects(Collection<UUID> subjects, Set<FlagStatus> statuses);

    /** Returns the flags in force of the records of a patient. */
    default List<RedFlag> inForceOf(Collection<PatientId> records) {
        var some = EnumSet.copyOf(FlagStatus.AWAITING_DECISION);
        some.addAll(FlagStatus.AWAITING_OUTCOME);
        return ofSubjects(values(records), some).stream()
                .filter(RedFlag::isInForce)
                .toList();
    }

    @Query("select f from RedFlag f where f.subjectId in :subjects and f.foundIn = :note")
    List<RedFlag> foundIn(Collection<UUID> subjects, UUID note);

    /** Returns the flags of the records of a patient that a note raised, in force or over. */
    default List<RedFlag> foundIn(Collection<PatientId> records, ClinicalNoteId note) {
        return foundIn(values(records), note.value());
    }

    @Query("select f from RedFlag f where f.subjectId in :subjects and f.foundIn in :notes")
    List<RedFlag> foundInAny(Collection<UUID> subjects, Collection<UUID> notes);

    /** Returns the flags of the records of a patient that some notes raised, in force or over. */
    default List<RedFlag> foundIn(Collection<PatientId> records, Collection<ClinicalNoteId> notes) {
        return notes.isEmpty()
                ? List.of()
                : foundInAny(
                        values(records),
                        notes.stream().map(ClinicalNoteId::value).toList());
    }

    private static List<UUID> values(Collection<PatientId> records) {
        return records.stream().map(PatientId::value).toList();
    }

    @Query("""
            select f from RedFlag f
            where f.status = io.plumbline.safety.FlagStatus.MONITORED and f.monitoredUntil <= :today
            order by f.status, f.monitoredUntil, f.id""")
    List<RedFlag> monitoredUntil(LocalDate today, Limit limit);
}
