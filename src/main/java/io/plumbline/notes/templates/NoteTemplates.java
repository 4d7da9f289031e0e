package io.plumbline.notes.templates;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoteTemplates extends Repository<NoteTemplate, UUID> {
    /** Flushes at once, so that whoever saves learns of a stale version or of a name that is taken. */
    NoteTemplate saveAndFlush(NoteTemplate template);

    Optional<NoteTemplate> findById(UUID id);

    @Query("select template.id from NoteTemplate template where template.operationId = :operation")
    Optional<UUID> findByOperation(UUID operation);

    /** Returns what is offered to a clinician for a treatment, by name. */
    @Query("""
            from NoteTemplate where service = :service and offeredAs is not null and (owner = :staff or owner is null)
            order by name, id""")
    List<NoteTemplate> findOffered(StaffId staff, AppointmentType service, Limit limit);

    /** Returns what is offered to a clinician for any treatment, by name. */
    @Query("from NoteTemplate where offeredAs is not null and (owner = :staff or owner is null) order by name, id")
    List<NoteTemplate> findAllOffered(StaffId staff, Limit limit);

    /** Returns the retired templates of a clinician and of the clinics, by name. */
    @Query("from NoteTemplate where offeredAs is null and (owner = :staff or owner is null) order by name, id")
    List<NoteTemplate> findRetired(StaffId staff, Limit limit);

    @Query("select count(template) from NoteTemplate template where offeredAs is not null and owner = :staff")
    long countOf(StaffId staff);

    @Query("select count(template) from NoteTemplate template where offeredAs is not null and owner is null")
    long countOfClinics();
}
