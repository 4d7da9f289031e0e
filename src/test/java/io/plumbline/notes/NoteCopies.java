package io.plumbline.notes;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Many signed notes without a visit for each: copies in the store, one for each earlier day. They are not what was
 * signed, so they belong in a store of their own; and they have no words, as notes from before there was a search.
 */
@Lazy
@Component
@Profile("test")
public class NoteCopies {
    private final JdbcClient jdbc;

    public NoteCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Copies a signed note to so many days before it; returns the copies, oldest first. */
    public List<NoteId> copy(NoteId note, LocalDate treatedOn, int days) {
        return IntStream.iterate(days, day -> day > 0, day -> day - 1)
                .mapToObj(day -> copy(note, null, treatedOn.minusDays(day)))
                .toList();
    }

    /** Copies a signed note so many times to one day, as if it were that of another author. */
    public List<NoteId> copyAs(StaffId author, NoteId note, LocalDate on, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> copy(note, author, on))
                .toList();
    }

    private NoteId copy(NoteId note, @Nullable StaffId author, LocalDate on) {
        var id = NoteId.next();
        jdbc.sql("""
                insert into session_note (id, patient_id, clinic_id, author_id, service, treated_on, status, pressure,
                    stop_at, response, minutes, pain_before, pain_after, safety_recheck, safety_rule, consent, statement,
                    observations, next_step, created_at, changed_at, signed_at, signed_by, content_hash, content_format,
                    version, details)
                select ?, patient_id, clinic_id, coalesce(?, author_id), service, ?, status, pressure,
                    stop_at, response, minutes, pain_before, pain_after, safety_recheck, safety_rule, consent, statement,
                    observations, next_step, created_at, changed_at, signed_at, signed_by, content_hash, content_format,
                    version, details
                from session_note where id = ?""")
                .params(
                        Ids.bytes(id.value()),
                        author == null ? null : Ids.bytes(author.value()),
                        on,
                        Ids.bytes(note.value()))
                .update();
        return id;
    }
}
