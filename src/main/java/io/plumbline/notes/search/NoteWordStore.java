package io.plumbline.notes.search;

import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SearchWords;
import java.util.ArrayList;
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
 * Stores the words of signed notes and old notes, and finds notes by them. A search reads one range of an index, that of
 * the words that begin as the last typed one, within one patient or one author; the other words are looked up by the
 * key.
 */
@Repository
class NoteWordStore {
    private static final int ROWS_AT_ONCE = 500;

    /** With more words than these, the range of all of them is read at once. */
    private static final int MOST_WORDS = 12;

    private static final String READABLE = "not " + NoteReaderQuery.WITHHELD.formatted("w.note_id");

    private final JdbcClient jdbc;
    private final NoteReaderQuery readers;

    NoteWordStore(JdbcClient jdbc, NoteReaderQuery readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /** Adds words to those by which a note is found. Words that it has are left as they are. */
    void add(NoteKey note, Collection<String> words) {
        var rows = words.stream()
                .filter(NoteQuery::isLongEnough)
                .map(word -> List.<Object>of(note.patient(), word, note.treatedOn(), note.id(), note.author()))
                .toList();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            jdbc.sql("insert ignore into note_word (patient_id, word, treated_on, note_id, author_id) values "
                            + String.join(",", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?)")))
                    .params(some.stream().flatMap(List::stream).toList())
                    .update();
        }
    }

    /** Removes the words of a note. */
    void remove(NoteKey note) {
        jdbc.sql("delete from note_word where patient_id = ? and treated_on = ? and note_id = ?")
                .params(note.patient(), note.treatedOn(), note.id())
                .update();
    }

    /** Returns the notes of a patient that have all the words, newest first, without those withheld from the current user. */
    List<UUID> findOfPatient(Set<PatientId> records, NoteQuery query, @Nullable NoteHit after, int limit) {
        var values = new HashMap<>(readers.currentUser());
        if (records.size() > 1) {
            // a merged patient is rare: the ranges of all records are read
            values.put("patients", records);
            return find("w.patient_id in (:patients) and " + READABLE, values, query, after, limit);
        }
        var patient = records.iterator().next();
        values.put("patient", patient);
        var beginning = wordsThatBegin(patient, query.beginning());
        return beginning.size() > MOST_WORDS
                ? find("w.patient_id = :patient and " + READABLE, values, query, after, limit)
                : findByWords(beginning, values, query, after, limit);
    }

    /**
     * Steps from the first to the last word by the key, so that a word of many notes costs no more than one of few. The
     * next word is from the one before and the least sign on: after that word alone, H2 would read all its notes. Each
     * step is a statement of its own: in one recursive query, MySQL reads the patient's words from the first one on.
     */
    private List<String> wordsThatBegin(PatientId patient, String beginning) {
        var ends = firstAndLast(patient, beginning);
        var words = new ArrayList<>(ends.stream().limit(1).toList());
        while (!words.isEmpty()
                && words.size() <= MOST_WORDS
                && !words.getLast().equals(ends.getLast())) {
            words.add(next(patient, words.getLast() + "!"));
        }
        return words;
    }

    /** Returns the first and the last word with a beginning; one if there is only one. */
    private List<String> firstAndLast(PatientId patient, String beginning) {
        return jdbc.sql("""
                (select w.word from note_word w where w.patient_id = :patient and w.word >= :from and w.word < :until
                 order by w.patient_id, w.word, w.treated_on, w.note_id limit 1)
                union
                (select w.word from note_word w where w.patient_id = :patient and w.word >= :from and w.word < :until
                 order by w.patient_id desc, w.word desc, w.treated_on desc, w.note_id desc limit 1)
                order by word""")
                .param("patient", patient)
                .param("from", beginning)
                .param("until", SearchWords.after(beginning))
                .query(String.class)
                .list();
    }

    private String next(PatientId patient, String from) {
        return jdbc.sql("select w.word from note_word w where w.patient_id = ? and w.word >= ?"
                        + " order by w.patient_id, w.word, w.treated_on, w.note_id limit 1")
                .params(patient, from)
                .query(String.class)
                .single();
    }

    /** Reads the newest notes of each word in the order of the key. */
    private List<UUID> findByWords(
            List<String> beginning, Map<String, Object> values, NoteQuery query, @Nullable NoteHit after, int limit) {
        if (beginning.isEmpty()) {
            return List.of();
        }
        var narrowed = narrowed(query, after, values);
        values.put("most", limit);
        var branches = new ArrayList<String>();
        for (var word : beginning) {
            var name = "begins" + branches.size();
            values.put(name, word);
            branches.add("(select w.note_id, w.treated_on from note_word w where w.patient_id = :patient and w.word = :"
                    + name + " and " + READABLE + narrowed
                    + " order by w.patient_id desc, w.word desc, w.treated_on desc, w.note_id desc limit :most)");
        }
        return jdbc.sql("select distinct f.note_id, f.treated_on from (" + String.join(" union all ", branches)
                        + ") f order by f.treated_on desc, f.note_id desc limit :most")
                .params(values)
                .query(UUID.class)
                .list();
    }

    /** Returns the notes of an author about some patients that have all the words, newest first. */
    List<UUID> findOfAuthor(
            StaffId author, Set<PatientId> patients, NoteQuery query, @Nullable NoteHit after, int limit) {
        if (patients.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>();
        values.put("author", author);
        values.put("patients", patients);
        return find("w.author_id = :author and w.patient_id in (:patients)", values, query, after, limit);
    }

    private List<UUID> find(
            String condition, Map<String, Object> values, NoteQuery query, @Nullable NoteHit after, int limit) {
        // no LIKE, since H2 would not use the range then
        var sql = "select distinct w.note_id, w.treated_on from note_word w"
                + " where w.word >= :beginning and w.word < :end and " + condition + narrowed(query, after, values);
        values.put("beginning", query.beginning());
        values.put("end", SearchWords.after(query.beginning()));
        values.put("most", limit);
        return jdbc.sql(sql + " order by w.treated_on desc, w.note_id desc limit :most")
                .params(values)
                .query(UUID.class)
                .list();
    }

    /** Returns the conditions of the whole words and of the page, and adds their values. */
    private static String narrowed(NoteQuery query, @Nullable NoteHit after, Map<String, Object> values) {
        var sql = new StringBuilder();
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
            values.put("note", after.noteId());
        }
        return sql.toString();
    }
}
