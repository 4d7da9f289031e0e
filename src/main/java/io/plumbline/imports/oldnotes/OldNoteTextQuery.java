package io.plumbline.imports.oldnotes;

import io.plumbline.notes.search.OldNoteText;
import io.plumbline.notes.search.OldNoteTexts;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what old notes say, for the search in notes. */
@Component
class OldNoteTextQuery implements OldNoteTexts {
    private static final String TEXTS = """
            select id, patient_id, written_on, author, source, title, body, error_at is not null as in_error
            from old_note where id in (:ids)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OldNoteTextQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OldNoteText> show(Collection<OldNoteId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var asked = Ids.bytes(ids, OldNoteId::value);
        jdbc.sql("update old_note set opened_at = :now, version = version + 1 where id in (:ids) and opened_at is null")
                .param("now", Utc.of(clock.instant()))
                .param("ids", asked)
                .update();
        return texts(asked);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OldNoteText> lock(OldNoteId id) {
        // locks the row and changes nothing
        var isThere = jdbc.sql("update old_note set version = version where id = ?")
                        .param(Ids.bytes(id.value()))
                        .update()
                > 0;
        return isThere ? texts(List.of(Ids.bytes(id.value()))).stream().findFirst() : Optional.empty();
    }

    @Override
    public List<UUID> findAfter(UUID last, int most) {
        return jdbc.sql("select id from old_note where id > ? order by id limit ?")
                .params(Ids.bytes(last), most)
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .list();
    }

    private List<OldNoteText> texts(List<byte[]> ids) {
        return jdbc.sql(TEXTS).param("ids", ids).query((row, n) -> text(row)).list();
    }

    private static OldNoteText text(ResultSet row) throws SQLException {
        return new OldNoteText(
                new OldNoteId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getObject("written_on", LocalDate.class),
                row.getString("author"),
                row.getString("source"),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("in_error"));
    }
}
