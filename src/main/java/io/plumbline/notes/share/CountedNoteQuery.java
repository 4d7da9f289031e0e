package io.plumbline.notes.share;

import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteStatus;
import io.plumbline.sessions.SessionDetailsColumn;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is counted in signed session notes, many in two statements; nobody is shown it. */
@Repository
class CountedNoteQuery {
    private static final Logger LOG = LoggerFactory.getLogger(CountedNoteQuery.class);
    private static final String AREA = "AREA";
    private static final String MODALITY = "MODALITY";

    private final JdbcClient jdbc;

    CountedNoteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Part(String kind, String code) {}

    /** Returns the notes; drafts and ids without a note are left out. */
    List<CountedNote> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parts = partsOf(ids);
        return jdbc.sql("""
                select id, clinic_id, author_id, signed_at, status, pressure, minutes, statement, observations,
                    next_step, details
                from session_note where id in (:notes) and status <> 'DRAFT' order by id""")
                .param("notes", ids)
                .query((row, n) -> note(row, parts))
                .list();
    }

    private Map<UUID, List<Part>> partsOf(Collection<UUID> notes) {
        var parts = new HashMap<UUID, List<Part>>();
        jdbc.sql("""
                select note_id, 'AREA' as part, position as place, region as code
                from session_note_area where note_id in (:notes)
                union all
                select note_id, 'MODALITY', position, modality from session_note_modality where note_id in (:notes)
                order by place""").param("notes", notes).query((ResultSet row) -> {
            parts.computeIfAbsent(Ids.uuid(row.getBytes("note_id")), note -> new ArrayList<>())
                    .add(new Part(row.getString("part"), row.getString("code")));
        });
        return parts;
    }

    private CountedNote note(ResultSet row, Map<UUID, List<Part>> parts) throws SQLException {
        var id = Ids.uuid(row.getBytes("id"));
        return new CountedNote(
                id,
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                new StaffId(Ids.uuid(row.getBytes("author_id"))),
                Utc.in(row, "signed_at"),
                NoteStatus.valueOf(row.getString("status")),
                draft(id, row, parts.getOrDefault(id, List.of())));
    }

    /** One note that cannot be read must not keep the others from being counted. */
    private NoteDraft draft(UUID id, ResultSet row, List<Part> its) throws SQLException {
        try {
            return new NoteDraft(
                    null,
                    null,
                    null,
                    null,
                    codes(its, AREA).stream().map(BodyRegion::new).toList(),
                    new LinkedHashSet<>(codes(its, MODALITY)),
                    number(row, "pressure"),
                    null,
                    number(row, "minutes"),
                    null,
                    null,
                    row.getString("observations"),
                    row.getString("statement"),
                    row.getString("next_step"),
                    SessionDetailsColumn.readOneOfMany(id, row.getString("details")));
        } catch (Refused beyondALimitOfToday) {
            LOG.warn("Session note {} is not counted: {}", id, beyondALimitOfToday.sentence());
            return NoteDraft.EMPTY;
        }
    }

    private static List<String> codes(List<Part> parts, String kind) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind))
                .map(Part::code)
                .toList();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
