package io.plumbline.notes.search;

import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SearchWords;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final NoteReaderQuery readers;

    NoteWordStore(JdbcClient jdbc, NoteReaderQuery readers) {
        this.jdbc = jdbc;
        this.readers = readers;
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

    /** Returns the notes of a patient that have all the words, newest first, without those withheld from the caller. */
    List<UUID> findOfPatient(PatientId patient, NoteQuery query, @Nullable NoteHit after, int limit) {
        var values = new HashMap<>(readers.caller());
        values.put("patient", Ids.bytes(patient.value()));
        var condition = "w.patient_id = :patient and not " + NoteReaderQuery.WITHHELD.formatted("w.note_id");
        return find(condition, values, query, after, limit);
    }

    /** Returns the notes of an author about some patients that have all the words, newest first. */
    List<UUID> findOfAuthor(
            StaffId author, Set<PatientId> patients, NoteQuery query, @Nullable NoteHit after, int limit) {
        if (patients.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>();
        values.put("author", Ids.bytes(author.value()));
        values.put("patients", Ids.bytes(patients, PatientId::value));
        return find("w.author_id = :author and w.patient_id in (:patients)", values, query, after, limit);
    }

    private List<UUID> find(
            String condition, Map<String, Object> values, NoteQuery query, @Nullable NoteHit after, int limit) {
        // no LIKE, since H2 would not use the range then
        var sql = new StringBuilder("select distinct w.note_id, w.treated_on from note_word w"
                + " where w.word >= :beginning and w.word < :end and " + condition);
        values.put("beginning", query.beginning());
        values.put("end", SearchWords.after(query.beginning()));
        for (var word : query.words()) {
            var name = "word" + values.size();
            sql.append((" and exists (select 1 from note_word o where o.patient_id = w.patient_id and o.word = :%s"
                            + " and o.treated_on = w.treated_on and o.note_id = w.note_id)")
                    .formatted(name));
            values.put(name, word);
        }
        if (after != null) {
            sql.append(" and w.treated_on <= :day and (w.treated_on < :day or w.note_id < :note)");
            values.put("day", after.treatedOn());
            values.put("note", Ids.bytes(after.id().value()));
        }
        values.put("most", limit);
        return jdbc.sql(sql + " order by w.treated_on desc, w.note_id desc limit :most")
                .params(values)
                .query((row, n) -> Ids.uuid(row.getBytes("note_id")))
                .list();
    }
}
