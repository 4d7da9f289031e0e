package io.plumbline.notes;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentMac;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Session notes, written and then signed: between the two they are in the store. */
public final class GeneratedNotes {
    private final GeneratedTrail trail;

    public GeneratedNotes(GeneratedTrail trail) {
        this.trail = trail;
    }

    /** What a note is about. */
    public record Visit(
            PatientId patient,
            ClinicId clinic,
            AppointmentType service,
            LocalDate on,
            @Nullable AppointmentId appointment,
            @Nullable PlannedVisitId planned) {}

    public AbstractAggregateRoot<?> written(Visit visit, NoteDraft draft, StaffId by, Instant at) {
        var note = SessionNote.begun(
                new VisitToWrite(
                        visit.patient(),
                        visit.clinic(),
                        visit.service(),
                        visit.on(),
                        visit.appointment(),
                        visit.planned()),
                by,
                at);
        note.write(draft, at);
        trail.tell(note, by, at);
        return note;
    }

    public NoteId idOf(AbstractAggregateRoot<?> note) {
        return ((SessionNote) note).id();
    }

    public void sign(AbstractAggregateRoot<?> written, StaffId by, Instant at) {
        var note = (SessionNote) written;
        note.sign(false, by, at, note.treatedOn(), trail.contentSeal());
        trail.tell(note, by, at);
    }

    /** How many signed notes the store has, and how many of them not as they were signed. */
    public static Signed signed(EntityManager entities, ContentMac seal) {
        var all = entities.createQuery("select n from SessionNote n where n.status = :signed", SessionNote.class)
                .setParameter("signed", NoteStatus.SIGNED)
                .getResultList();
        return new Signed(
                all.size(), all.stream().filter(note -> !note.isIntact(seal)).count());
    }

    public record Signed(long notes, long broken) {}
}
