package io.plumbline.imports;

import io.plumbline.shared.ids.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores by which id of another product a record other than a patient is known. */
@Component
class ImportedRecordStore {
    private final JdbcClient jdbc;

    ImportedRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record of an import.
     *
     * @param row from 1, without the headings
     */
    record Imported(UUID record, long row) {}

    /**
     * Locks an import until the end of the transaction, so that run, stop and undoing follow one another. By an update
     * that changes nothing: MySQL refuses {@code select … for update} to the user of the portal.
     */
    void lock(ImportId id) {
        jdbc.sql("update patient_import set version = version where id = ?")
                .param(id)
                .update();
    }

    /** Returns those of some ids that are known. */
    Set<String> known(PatientImport one, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select external_id from imported_record where clinic_id = :clinic and source = :source"
                        + " and kind = :kind and external_id in (:ids)")
                .param("clinic", one.clinic())
                .param("source", one.settings().source().name())
                .param("kind", one.kind().name())
                .param("ids", ids)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(PatientImport one, RowsOfKind.Row row, UUID record) {
        jdbc.sql("insert into imported_record (clinic_id, source, kind, external_id, record_id, import_id,"
                        + " row_number_in_file) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.clinic(),
                        one.settings().source().name(),
                        one.kind().name(),
                        row.externalId(),
                        record,
                        one.id(),
                        row.number())
                .update();
    }

    /** Returns records of an import after a row, in the order of the file. */
    List<Imported> find(ImportId id, long after, int limit) {
        return jdbc.sql("select record_id, row_number_in_file from imported_record where import_id = ?"
                        + " and row_number_in_file > ? order by row_number_in_file limit ?")
                .params(id, after, limit)
                .query((row, n) -> new Imported(Ids.uuid(row.getBytes(1)), row.getLong(2)))
                .list();
    }

    /** Forgets a record, so that its row can be imported again; returns whether it was known. */
    boolean remove(ImportId id, Imported one) {
        return jdbc.sql("delete from imported_record where import_id = ? and row_number_in_file = ?")
                        .params(id, one.row())
                        .update()
                > 0;
    }
}
