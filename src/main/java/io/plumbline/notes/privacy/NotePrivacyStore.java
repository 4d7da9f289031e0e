package io.plumbline.notes.privacy;

import io.plumbline.notes.NotePrivacy;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes who may read a session note, beside the note, which nobody can change after the signature. */
@Repository
class NotePrivacyStore {
    private final JdbcClient jdbc;

    NotePrivacyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The privacy of a note.
     *
     * @param version -1 if nothing was ever chosen
     */
    record Kept(PatientId patient, StaffId author, AppointmentType service, NotePrivacy privacy, long version) {}

    Optional<Kept> find(NoteId note) {
        return jdbc.sql("""
                select n.patient_id, n.author_id, n.service, coalesce(p.privacy, 'RELATION') as privacy,
                    coalesce(p.version, -1) as version
                from session_note n left join session_note_privacy p on p.note_id = n.id
                where n.id = ?""").param(note).query(Kept.class).optional();
    }

    /** Returns who is named as a reader. */
    Set<StaffId> named(NoteId note) {
        return jdbc
                .sql("select staff_id from session_note_reader where note_id = ?")
                .param(note)
                .query(StaffId.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Replaces the privacy that the current user saw.
     *
     * @throws StaleVersion if it was changed in the meantime
     */
    void change(NoteId note, Kept seen, NotePrivacy privacy, Set<StaffId> named, StaffId by, Instant at) {
        if (seen.version() < 0) {
            insert(note, seen.service(), privacy, by, at);
        } else {
            var changed = jdbc.sql("""
                    update session_note_privacy set privacy = ?, changed_by = ?, changed_at = ?, version = version + 1
                    where note_id = ? and version = ?""")
                    .params(privacy.name(), by, at, note, seen.version())
                    .update();
            if (changed == 0) {
                throw new StaleVersion(NotePrivacy.class, note);
            }
            forgetNamed(note);
        }
        named.forEach(reader -> jdbc.sql("insert into session_note_reader (note_id, staff_id) values (?, ?)")
                .params(note, reader)
                .update());
    }

    /** Deletes what is stored of a note. */
    void forget(NoteId note) {
        forgetNamed(note);
        jdbc.sql("delete from session_note_privacy where note_id = ?")
                .param(note)
                .update();
    }

    private void forgetNamed(NoteId note) {
        jdbc.sql("delete from session_note_reader where note_id = ?")
                .param(note)
                .update();
    }

    private void insert(NoteId note, AppointmentType service, NotePrivacy privacy, StaffId by, Instant at) {
        var discipline = Objects.requireNonNull(service.discipline(), "notes are written of treatments");
        try {
            jdbc.sql("""
                    insert into session_note_privacy (note_id, privacy, discipline, changed_by, changed_at, version)
                    values (?, ?, ?, ?, ?, 0)""")
                    .params(note, privacy.name(), discipline.name(), by, at)
                    .update();
        } catch (DuplicateKeyException chosenInAnotherWindow) {
            throw new StaleVersion(chosenInAnotherWindow);
        }
    }
}
