package io.plumbline.imports.oldnotes;

import io.plumbline.notes.search.OldNoteText;
import io.plumbline.notes.search.OldNoteTexts;
import io.plumbline.shared.ids.OldNoteId;
import java.time.Clock;
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
            select id, patient_id, written_on, author, source, title, body as `text`, error_at is not null as in_error
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
        jdbc.sql("update old_note set opened_at = :now, version = version + 1 where id in (:ids) and opened_at is null")
                .param("now", clock.instant())
                .param("ids", ids)
                .update();
        return texts(ids);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OldNoteText> lock(OldNoteId id) {
        // locks the row and changes nothing
        var isThere = jdbc.sql("update old_note set version = version where id = ?")
                        .param(id)
                        .update()
                > 0;
        return isThere ? texts(List.of(id)).stream().findFirst() : Optional.empty();
    }

    @Override
    public List<UUID> findAfter(UUID last, int most) {
        return jdbc.sql("select id from old_note where id > ? order by id limit ?")
                .params(last, most)
                .query(UUID.class)
                .list();
    }

    private List<OldNoteText> texts(Collection<OldNoteId> ids) {
        return jdbc.sql(TEXTS).param("ids", ids).query(OldNoteText.class).list();
    }
}
