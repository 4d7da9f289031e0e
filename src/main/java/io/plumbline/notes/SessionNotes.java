package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SessionNotes extends Repository<SessionNote, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version. */
    SessionNote saveAndFlush(SessionNote note);

    void delete(SessionNote note);

    void flush();

    /** Loads areas and modalities in the same read, so that they have the same version as the note. */
    @EntityGraph(attributePaths = {"areas", "modalities", "checks"})
    Optional<SessionNote> findById(UUID id);

    @Query("""
            select n from SessionNote n where n.status <> io.plumbline.notes.NoteStatus.DRAFT and n.id > :last
            order by n.id""")
    List<SessionNote> signedAfter(UUID last, Limit limit);

    @Query("""
            select n.id from SessionNote n
            where n.appointmentId = :appointment and n.authorId = :author
              and n.status <> io.plumbline.notes.NoteStatus.ENTERED_IN_ERROR""")
    Optional<UUID> ofAppointment(UUID appointment, StaffId author);

    @Query("""
            select n.id from SessionNote n
            where n.plannedVisitId = :visit and n.authorId = :author
              and n.status <> io.plumbline.notes.NoteStatus.ENTERED_IN_ERROR""")
    Optional<UUID> ofPlannedVisit(UUID visit, StaffId author);

    @Query("select n.id from SessionNote n where n.id = :id and n.authorId = :author")
    Optional<UUID> ofAuthor(UUID id, StaffId author);

    /** Returns the newest signed notes of a service, up to a day; also those that wait for a co-signature. */
    @Query("""
            select n.id from SessionNote n
            where n.patientId in :records and n.service = :service
              and n.status in (io.plumbline.notes.NoteStatus.SIGNED,
                  io.plumbline.notes.NoteStatus.AWAITING_COSIGNATURE)
              and n.treatedOn <= :until
            order by n.treatedOn desc, n.id desc""")
    List<UUID> lastSigned(Collection<PatientId> records, AppointmentType service, LocalDate until, Limit limit);

    /** Returns the signed notes of a day, those that count. */
    @Query("""
            select n.id from SessionNote n
            where n.patientId in :records and n.treatedOn = :day
              and n.status in (io.plumbline.notes.NoteStatus.SIGNED,
                  io.plumbline.notes.NoteStatus.AWAITING_COSIGNATURE)
            order by n.id""")
    List<UUID> signedOn(Collection<PatientId> records, LocalDate day);

    /**
     * Returns the notes of some days, oldest first.
     *
     * @param without the statuses of those that are left out
     */
    @Query("""
            select n from SessionNote n
            where n.patientId in :records and n.treatedOn >= :from and n.treatedOn <= :until
              and n.status not in :without
            order by n.treatedOn, n.id""")
    List<SessionNote> findBetween(
            Collection<PatientId> records, LocalDate from, LocalDate until, Set<NoteStatus> without, Limit limit);

    /** @param without the statuses of those that are left out */
    @Query("""
            select count(n) from SessionNote n
            where n.patientId in :records and n.treatedOn >= :from and n.treatedOn <= :until
              and n.status not in :without""")
    long countBetween(Collection<PatientId> records, LocalDate from, LocalDate until, Set<NoteStatus> without);
}
