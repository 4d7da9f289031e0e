package io.plumbline.intake;

import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IntakeNotes extends Repository<IntakeNote, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    IntakeNote saveAndFlush(IntakeNote note);

    void delete(IntakeNote note);

    Optional<IntakeNote> findById(UUID id);

    @Query("""
            select n from IntakeNote n where n.status <> io.plumbline.intake.IntakeStatus.DRAFT and n.id > :last
            order by n.id""")
    List<IntakeNote> signedAfter(UUID last, Limit limit);

    @Query("""
            select new io.plumbline.intake.IntakeRow(
                new io.plumbline.shared.ids.IntakeId(n.id), n.clinicId, n.status,
                coalesce(c.outcome, n.content.outcome), n.createdAt, coalesce(n.amendment.revision, 1))
            from IntakeNote n left join IntakeConclusion c on c.noteId = n.id
            where n.patientId in :records and not exists (
                select 1 from IntakeNote later where later.patientId = n.patientId
                and later.amendment.amendsId = n.id and later.signature.signedAt is not null)
            order by case when n.status = io.plumbline.intake.IntakeStatus.DRAFT then 1 else 0 end, n.createdAt desc""")
    List<IntakeRow> findByPatient(Collection<PatientId> records, Limit limit);

    /** Returns the first versions of signed notes, the one that was signed last first. */
    @Query("""
            select n from IntakeNote n where n.patientId in :records and n.amendment.amendsId is null
            and n.signature.signedAt is not null order by n.signature.signedAt desc, n.id desc""")
    List<IntakeNote> signedLast(Collection<PatientId> records, Limit limit);

    /** Returns the version that amends a note, being written or signed. */
    @Query("select n from IntakeNote n where n.amendment.amendsId = :note")
    Optional<IntakeNote> findAmendmentOf(UUID note);

    /** A version of a note. */
    record Version(
            IntakeId id,
            int revision,
            @Nullable String reason,
            StaffId createdBy,
            @Nullable StaffId changedBy,
            @Nullable StaffId signedBy,
            @Nullable Instant signedAt) {
        /** Returns who signed it; of a draft, who last edited it. */
        StaffId by() {
            if (signedBy != null) {
                return signedBy;
            }
            return changedBy == null ? createdBy : changedBy;
        }
    }

    /** Returns all versions of the note of which one is given, by number. */
    @Query("""
            select new io.plumbline.intake.IntakeNotes$Version(
                new io.plumbline.shared.ids.IntakeId(n.id), coalesce(n.amendment.revision, 1), n.amendment.reason,
                n.createdBy, n.changedBy, n.signature.signedBy, n.signature.signedAt)
            from IntakeNote n
            where n.patientId in :records and coalesce(n.amendment.firstId, n.id) = (
                select coalesce(own.amendment.firstId, own.id) from IntakeNote own where own.id = :note)
            order by coalesce(n.amendment.revision, 1)""")
    List<Version> versions(Collection<PatientId> records, UUID note);
}
