package io.plumbline.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what the check found about rows; rows about which it found nothing have no entry. */
@Component
class RowFindingStore {
    private static final int LONGEST_SENTENCE = 1000;
    private static final int LONGEST_NAME = 170;

    private static final String SELECT =
            "select r.*, row_number_in_file as number, finding as kind from patient_import_row r ";

    private final JdbcClient jdbc;

    RowFindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks an import until the end of the transaction, without changing it; returns whether it still has the version.
     */
    boolean lock(ImportId id, long version) {
        return jdbc.sql("update patient_import set version = version where id = ? and version = ?")
                        .params(id, version)
                        .update()
                > 0;
    }

    void clear(ImportId id) {
        jdbc.sql("delete from patient_import_row where import_id = ?").param(id).update();
    }

    void add(ImportId id, List<RowFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var params = new ArrayList<Object>();
        for (var one : findings) {
            Collections.addAll(
                    params,
                    id,
                    one.number(),
                    one.line(),
                    one.kind().name(),
                    cut(one.sentence(), LONGEST_SENTENCE),
                    cut(one.name(), LONGEST_NAME),
                    one.patient(),
                    one.earlierRow());
        }
        jdbc.sql("insert into patient_import_row (import_id, row_number_in_file, line, finding, sentence, name,"
                        + " patient_id, earlier_row) values "
                        + String.join(",", Collections.nCopies(findings.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")))
                .params(params)
                .update();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }

    long count(ImportId id, RowFinding.Kind kind) {
        return jdbc.sql("select count(*) from patient_import_row where import_id = ? and finding = ?")
                .params(id, kind.name())
                .query(Long.class)
                .single();
    }

    /** Returns how many rows of a checked file are neither wrong, nor repeated, nor past. */
    long countImportable(PatientImport checked) {
        var left = jdbc.sql("select count(*) from patient_import_row where import_id = ? and finding <> 'DUPLICATE'")
                .param(checked.id())
                .query(Long.class)
                .single();
        return checked.rows() - left;
    }

    long countUndecided(ImportId id) {
        return jdbc.sql("select count(*) from patient_import_row where import_id = ? and finding = 'DUPLICATE'"
                        + " and decision is null")
                .params(id)
                .query(Long.class)
                .single();
    }

    /** Returns possible duplicates, those that are not decided first, in the order of the file. */
    List<RowFinding> findDuplicates(ImportId id, int limit) {
        return jdbc.sql(SELECT + "where import_id = ? and finding = 'DUPLICATE'"
                        + " order by case when decision is null then 0 else 1 end, row_number_in_file limit ?")
                .params(id, limit)
                .query(RowFinding.class)
                .list();
    }

    /** Notes that a row cannot be imported after all. */
    void refuse(ImportId id, long row, String sentence) {
        jdbc.sql("update patient_import_row set finding = 'WRONG', sentence = ? where import_id = ?"
                        + " and row_number_in_file = ?")
                .params(sentence, id, row)
                .update();
    }

    /** Returns findings of a kind after a row, in the order of the file. */
    List<RowFinding> find(ImportId id, RowFinding.Kind kind, long after, int limit) {
        return jdbc.sql(SELECT + "where import_id = ? and finding = ?"
                        + " and row_number_in_file > ? order by row_number_in_file limit ?")
                .params(id, kind.name(), after, limit)
                .query(RowFinding.class)
                .list();
    }

    /** Returns the findings of some rows of the file. */
    List<RowFinding> between(ImportId id, long from, long to) {
        return jdbc.sql(SELECT + "where import_id = ?"
                        + " and row_number_in_file between ? and ? order by row_number_in_file")
                .params(id, from, to)
                .query(RowFinding.class)
                .list();
    }

    /** Decides a possible duplicate; returns whether there is one of this row. */
    boolean decide(ImportId id, long row, DuplicateDecision decision) {
        return jdbc.sql("update patient_import_row set decision = ? where import_id = ? and row_number_in_file = ?"
                                + " and finding = 'DUPLICATE'")
                        .params(decision.name(), id, row)
                        .update()
                > 0;
    }

    /** Decides all possible duplicates that are not decided yet; returns how many. */
    int decideOthers(ImportId id, DuplicateDecision decision) {
        return jdbc.sql("update patient_import_row set decision = ? where import_id = ? and finding = 'DUPLICATE'"
                        + " and decision is null")
                .params(decision.name(), id)
                .update();
    }

    /** Leaves all possible duplicates to be decided again. */
    void clearDecisions(ImportId id) {
        jdbc.sql("update patient_import_row set decision = null where import_id = ?")
                .param(id)
                .update();
    }
}
