package io.plumbline.notes.search;

import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.amendments.AmendmentKind;
import io.plumbline.notes.search.NoteText.Passage;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.SessionDetailsColumn;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what signed session notes say, many in two statements. Whoever calls it checks who may read them. */
@Repository
class NoteTextQuery {
    private static final String AREA = "AREA";
    private static final String MODALITY = "MODALITY";
    private static final String CHECK = "CHECK";

    private final JdbcClient jdbc;
    private final NotePassages passages;

    NoteTextQuery(JdbcClient jdbc, NotePassages passages) {
        this.jdbc = jdbc;
        this.passages = passages;
    }

    /** A row beside the note itself: an area, a modality, an answer or an amendment. */
    private record Part(String kind, String text) {}

    /** Returns the notes by id; drafts and ids without a note are left out. */
    Map<UUID, NoteText> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var parts = partsOf(ids);
        return jdbc.sql("""
                select n.id, n.patient_id, n.author_id, n.service, n.treated_on, n.status, n.statement, n.observations,
                    n.next_step, n.details, s.display_name, p.shown_as, x.privacy
                from session_note n
                left join staff_account s on s.id = n.author_id
                left join patient p on p.id = n.patient_id
                left join session_note_privacy x on x.note_id = n.id
                where n.id in (:notes) and n.status <> 'DRAFT'""").param("notes", ids).query((row, n) -> text(row, parts)).list().stream()
                .collect(Collectors.toUnmodifiableMap(note -> note.id().value(), Function.identity()));
    }

    private Map<UUID, List<Part>> partsOf(Collection<UUID> notes) {
        var parts = new HashMap<UUID, List<Part>>();
        jdbc.sql("""
                select note_id, 'AREA' as part, position as place, region as content
                from session_note_area where note_id in (:notes)
                union all
                select note_id, 'MODALITY', position, modality from session_note_modality where note_id in (:notes)
                union all
                select note_id, 'CHECK', position, answer from session_note_check where note_id in (:notes)
                union all
                select note_id, kind, 0, amendment from session_note_amendment where note_id in (:notes)
                order by place""").param("notes", notes).query((ResultSet row) -> {
            var part = new Part(row.getString("part"), row.getString("content"));
            parts.computeIfAbsent(Ids.uuid(row.getBytes("note_id")), note -> new ArrayList<>())
                    .add(part);
        });
        return parts;
    }

    private NoteText text(ResultSet row, Map<UUID, List<Part>> parts) throws SQLException {
        var id = Ids.uuid(row.getBytes("id"));
        return new NoteText(
                new NoteId(id),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("shown_as"),
                new StaffId(Ids.uuid(row.getBytes("author_id"))),
                Objects.requireNonNullElse(row.getString("display_name"), ""),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("treated_on", LocalDate.class),
                NoteStatus.valueOf(row.getString("status")),
                NoteReaderQuery.privacy(row),
                passages(
                        row,
                        SessionDetailsColumn.readOneOfMany(id, row.getString("details")),
                        parts.getOrDefault(id, List.of())));
    }

    private List<Passage> passages(ResultSet row, SessionDetails details, List<Part> parts) throws SQLException {
        var said = new NotePassages.Said(
                details,
                row.getString("observations"),
                texts(parts, AREA),
                texts(parts, MODALITY),
                row.getString("statement"),
                row.getString("next_step"),
                texts(parts, CHECK));
        return Stream.concat(passages.of(said).stream(), amendments(parts)).toList();
    }

    private static Stream<Passage> amendments(List<Part> parts) {
        return Stream.of(AmendmentKind.values())
                .flatMap(kind -> texts(parts, kind.name()).stream().map(text -> new Passage(kind.label(), text)));
    }

    private static List<String> texts(List<Part> parts, String kind) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind))
                .map(Part::text)
                .toList();
    }
}
