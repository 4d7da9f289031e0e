package io.plumbline.notes;

import io.plumbline.access.PatientScope;
import io.plumbline.access.RelationService;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Held treatments, listed until a chiropractor who treats the patient and a manager of the clinic have each
 * acknowledged them. The rows have no clinical content, so that the manager may read them.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.HOLD_FOLLOW)
public class HeldTreatmentService {
    private static final String OF_CLINIC = "clinic_id in (:some) and manager_seen_at is null";

    /** Excludes treatments by the current user: the person who gave the treatment must not acknowledge it. */
    private static final String OF_PATIENT = "patient_id in (:some) and clinician_seen_at is null and signed_by <> :me";

    private final JdbcClient jdbc;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Held treatment events for the audit trail. */
    sealed interface HeldEvent extends Recorded {
        NoteId note();

        @Override
        default UUID subject() {
            return note().value();
        }

        /** A signed note says that a patient was treated during a clinical hold. */
        @StoredKind("hold.treated")
        record Treated(NoteId note, PatientId patient) implements HeldEvent {}

        /** A chiropractor or a manager acknowledged a treatment given during a clinical hold. */
        @StoredKind("hold.treatment-seen")
        record Acknowledged(NoteId note, PatientId patient) implements HeldEvent {}
    }

    HeldTreatmentService(JdbcClient jdbc, RelationService relations, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /** Records that the treatment of a note that was just signed was given during a clinical hold. */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void record(NoteId note) {
        var inserted = jdbc.sql("""
                insert into held_treatment (note_id, patient_id, clinic_id, treated_on, signed_at, signed_by)
                select id, patient_id, clinic_id, treated_on, signed_at, signed_by from session_note
                where id = ? and signed_by = ?""").params(note, CurrentUser.current().staff()).update();
        if (inserted > 0) {
            events.publishEvent(new HeldEvent.Treated(note, patientOf(note)));
        }
    }

    /**
     * Returns the held treatments that the current user still has to acknowledge, newest first, without those of notes that
     * were copied to the record of the patient who was treated. One acknowledgment per role is enough.
     */
    public List<HeldTreatmentRow> unseen(int limit) {
        var scope = relations.scope();
        var listed = new HashSet<NoteId>();
        return Stream.concat(
                        rows(OF_CLINIC, managedIn(scope), limit).stream(),
                        rows(OF_PATIENT, treatedIn(scope), limit).stream())
                .filter(row -> listed.add(row.note()))
                .sorted(Comparator.comparing(HeldTreatmentRow::treatedOn).reversed())
                .limit(limit)
                .toList();
    }

    /**
     * Acknowledges a held treatment for the current user: as a manager of its clinic, as a chiropractor of its patient who
     * did not give it, or both.
     *
     * @throws NotAvailable if the held treatment does not exist or is not for the current user
     */
    @Transactional
    public void see(NoteId note) {
        var scope = relations.scope();
        var seen = mark("manager", "clinic_id in (:some)", note, managedIn(scope))
                + mark("clinician", "patient_id in (:some) and signed_by <> :me", note, treatedIn(scope));
        if (seen == 0) {
            throw new NotAvailable();
        }
        events.publishEvent(new HeldEvent.Acknowledged(note, patientOf(note)));
    }

    /** Returns the clinics whose holds the current user follows: as a manager, not as front desk staff. */
    private static Collection<? extends Id> managedIn(PatientScope scope) {
        return CurrentUser.current().has(Role.MANAGER) ? scope.clinics() : List.of();
    }

    /** Returns the patients whose holds the current user follows: as their chiropractor, not as their therapist. */
    private static Collection<? extends Id> treatedIn(PatientScope scope) {
        return CurrentUser.current().has(Role.CHIROPRACTOR) ? scope.patients() : List.of();
    }

    private int mark(String who, String condition, NoteId note, Collection<? extends Id> some) {
        return some.isEmpty()
                ? 0
                : jdbc.sql("""
                        update held_treatment set %1$s_seen_at = coalesce(%1$s_seen_at, :now),
                            %1$s_seen_by = coalesce(%1$s_seen_by, :me)
                        where note_id = :note and %2$s""".formatted(who, condition))
                        .param("now", clock.instant())
                        .param("me", CurrentUser.current().staff())
                        .param("note", note)
                        .param("some", some)
                        .update();
    }

    private PatientId patientOf(NoteId note) {
        return jdbc.sql("select patient_id from held_treatment where note_id = ?")
                .param(note)
                .query(PatientId.class)
                .single();
    }

    private List<HeldTreatmentRow> rows(String condition, Collection<? extends Id> some, int limit) {
        return some.isEmpty()
                ? List.of()
                : jdbc.sql(SensitivePatients.masked("""
                        select h.note_id, h.patient_id, h.treated_on, p.shown_as as patient_name,
                            coalesce(s.display_name, '') as author
                        from (select * from held_treatment t where %s and not exists (
                                select 1 from session_note_amendment a
                                where a.note_id = t.note_id and a.copy_id is not null)
                              order by signed_at desc limit :most) h
                        join patient p on p.id = h.patient_id
                        left join staff_account s on s.id = h.signed_by""".formatted(condition)))
                        .param("some", some)
                        .param("me", CurrentUser.current().staff())
                        .param("most", limit)
                        .query(HeldTreatmentRow.class)
                        .list();
    }
}
