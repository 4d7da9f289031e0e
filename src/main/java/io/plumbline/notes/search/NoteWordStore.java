package io.plumbline.notes.search;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SearchWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the words of signed notes, and finds notes by them. A search reads one range of an index, that of the words
 * that begin as the last typed one, within one patient or one author; the other words are looked up by the key.
 */
@Repository
class NoteWordStore {
    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;

    NoteWordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds words to those by which a note is found. Words that it has are left as they are. */
    void add(NoteText note, Collection<String> words) {
        var rows = words.stream()
                .filter(NoteQuery::isLongEnough)
                .map(word -> List.<Object>of(
                        Ids.bytes(note.patient().value()),
                        word,
                        note.treatedOn(),
                        Ids.bytes(note.id().value()),
                        Ids.bytes(note.author().value())))
                .toList();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            jdbc.sql("insert ignore into note_word (patient_id, word, treated_on, note_id, author_id) values "
                            + String.join(",", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?)")))
                    .params(some.stream().flatMap(List::stream).toList())
                    .update();
        }
    }

    /** Returns the notes of a patient that have all the words, newest first. */
    List<UUID> findOfPatient(PatientId patient, NoteQuery query, @Nullable NoteHit after, int limit) {
        return find("w.patient_id = ?", List.of(Ids.bytes(patient.value())), query, after, limit);
    }

    /** Returns the notes of an author about some patients that have all the words, newest first. */
    List<UUID> findOfAuthor(
            StaffId author, Set<PatientId> patients, NoteQuery query, @Nullable NoteHit after, int limit) {
        if (patients.isEmpty()) {
            return List.of();
        }
        var whose = new ArrayList<Object>(List.of(Ids.bytes(author.value())));
        whose.addAll(Ids.bytes(patients, PatientId::value));
        return find(
                "w.author_id = ? and w.patient_id in (" + String.join(",", Collections.nCopies(patients.size(), "?"))
                        + ")",
                whose,
                query,
                after,
                limit);
    }

    private List<UUID> find(String whose, List<Object> values, NoteQuery query, @Nullable NoteHit after, int limit) {
        var sql = new StringBuilder("select distinct w.note_id, w.treated_on from note_word w where " + whose
                + " and w.word >= ? and w.word < ?");
        var params = new ArrayList<>(values);
        // no LIKE, since H2 would not use the range then
        params.addAll(List.of(query.beginning(), SearchWords.after(query.beginning())));
        for (var word : query.words()) {
            sql.append(" and exists (select 1 from note_word o where o.patient_id = w.patient_id and o.word = ?"
                    + " and o.treated_on = w.treated_on and o.note_id = w.note_id)");
            params.add(word);
        }
        if (after != null) {
            sql.append(" and w.treated_on <= ? and (w.treated_on < ? or w.note_id < ?)");
            params.addAll(List.of(
                    after.treatedOn(), after.treatedOn(), Ids.bytes(after.id().value())));
        }
        params.add(limit);
        return jdbc.sql(sql + " order by w.treated_on desc, w.note_id desc limit ?")
                .params(params)
                .query((row, n) -> Ids.uuid(row.getBytes("note_id")))
                .list();
    }
}
