package io.plumbline.notes.share;

import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the counts of signed notes, and sums them up. */
@Repository
class CarriedShareStore {
    private final JdbcClient jdbc;
    private final CountedNoteQuery notes;
    private final ClinicService clinics;

    CarriedShareStore(JdbcClient jdbc, CountedNoteQuery notes, ClinicService clinics) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.clinics = clinics;
    }

    /**
     * Counts notes; one that was counted before stays as it was. A note that was entered in error is counted in and out,
     * whoever comes first: the job that counts older notes, or whoever marks it.
     */
    void count(Collection<UUID> ids) {
        for (var note : notes.find(ids)) {
            count(note);
            if (note.status() == NoteStatus.ENTERED_IN_ERROR) {
                add(note, CarriedCount.of(note.draft()), -1);
            }
        }
    }

    /** Counts a note; one that was counted before stays as it was. */
    void count(CountedNote note) {
        add(note, CarriedCount.of(note.draft()), 1);
    }

    private void add(CountedNote note, CarriedCount count, int sign) {
        var month = LocalDate.ofInstant(note.signedAt(), clinics.zoneOf(note.clinic()))
                .withDayOfMonth(1);
        jdbc.sql("""
                insert ignore into note_carried_share (note_id, notes, clinic_id, author_id, signed_month, carried_notes,
                    chars, carried_chars, template_chars) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        note.id(),
                        sign,
                        note.clinic(),
                        note.author(),
                        month,
                        count.hasCarried() ? sign : 0,
                        sign * count.chars(),
                        sign * count.carriedChars(),
                        sign * count.templateChars())
                .update();
    }

    /** The sums of the notes that one author signed in one month. */
    record Month(
            StaffId author, LocalDate first, long notes, long carriedNotes, long chars, long carried, long template) {}

    /** Returns the sums by author and month, from a month on; months without a note are left out. */
    List<Month> sums(Collection<ClinicId> some, LocalDate from) {
        if (some.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select author_id, signed_month, sum(notes) as all_notes, sum(carried_notes) as all_carried_notes,
                    sum(chars) as all_chars, sum(carried_chars) as all_carried, sum(template_chars) as all_filled
                from note_carried_share where clinic_id in (:clinics) and signed_month >= :from
                group by author_id, signed_month having sum(notes) > 0 order by author_id, signed_month""")
                .param("clinics", some)
                .param("from", from)
                .query((row, n) -> new Month(
                        new StaffId(Ids.uuid(row.getBytes("author_id"))),
                        row.getObject("signed_month", LocalDate.class),
                        row.getLong("all_notes"),
                        row.getLong("all_carried_notes"),
                        row.getLong("all_chars"),
                        row.getLong("all_carried"),
                        row.getLong("all_filled")))
                .list();
    }
}
