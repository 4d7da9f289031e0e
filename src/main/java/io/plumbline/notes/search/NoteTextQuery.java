package io.plumbline.notes.search;

import io.plumbline.intake.Limitation;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteReaderQuery;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.amendments.AmendmentKind;
import io.plumbline.notes.search.NoteText.Passage;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what signed session notes say, many in two statements. Whoever calls it checks who may read them. */
@Repository
class NoteTextQuery {
    private static final Logger LOG = LoggerFactory.getLogger(NoteTextQuery.class);
    private static final String AREA = "AREA";
    private static final String MODALITY = "MODALITY";
    private static final String CHECK = "CHECK";
    private static final Map<String, String> AREAS =
            BodyRegion.all().stream().collect(Collectors.toUnmodifiableMap(BodyRegion::code, BodyRegion::label));

    private final JdbcClient jdbc;
    private final Modalities modalities;
    private final JsonMapper json;

    NoteTextQuery(JdbcClient jdbc, Modalities modalities, JsonMapper json) {
        this.jdbc = jdbc;
        this.modalities = modalities;
        this.json = json;
    }

    /** A row beside the note itself: an area, a modality, an answer or an amendment. */
    private record Part(String kind, String text) {}

    /** Returns the notes by id; drafts and ids without a note are left out. */
    Map<UUID, NoteText> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var asked = Ids.bytes(ids, Function.identity());
        var parts = partsOf(asked);
        return jdbc.sql("""
                select n.id, n.patient_id, n.author_id, n.service, n.treated_on, n.status, n.statement, n.observations,
                    n.next_step, n.details, s.display_name, p.given_name, p.family_name, x.privacy
                from session_note n
                left join staff_account s on s.id = n.author_id
                left join patient p on p.id = n.patient_id
                left join session_note_privacy x on x.note_id = n.id
                where n.id in (:notes) and n.status <> 'DRAFT'""").param("notes", asked).query((row, n) -> text(row, parts)).list().stream()
                .collect(Collectors.toUnmodifiableMap(note -> note.id().value(), Function.identity()));
    }

    private Map<UUID, List<Part>> partsOf(List<byte[]> notes) {
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
                row.getString("given_name") + " " + row.getString("family_name"),
                new StaffId(Ids.uuid(row.getBytes("author_id"))),
                Objects.requireNonNullElse(row.getString("display_name"), ""),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("treated_on", LocalDate.class),
                NoteStatus.valueOf(row.getString("status")),
                NoteReaderQuery.privacy(row),
                passages(row, detailsOf(id, row.getString("details")), parts.getOrDefault(id, List.of())));
    }

    /** One note that cannot be read must not keep the others from being found. */
    private SessionDetails detailsOf(UUID note, @Nullable String stored) {
        try {
            return stored == null ? SessionDetails.EMPTY : json.readValue(stored, SessionDetails.class);
        } catch (JacksonException unreadable) {
            LOG.warn(
                    "The details of session note {} are not searched: {}",
                    note,
                    unreadable.getClass().getSimpleName());
            return SessionDetails.EMPTY;
        }
    }

    private List<Passage> passages(ResultSet row, SessionDetails details, List<Part> parts) throws SQLException {
        return Stream.concat(
                        Stream.of(
                                new Passage("In the patient's words", details.subjective()),
                                new Passage("Findings", row.getString("observations")),
                                new Passage("Areas", named(parts, AREA, code -> AREAS.getOrDefault(code, code))),
                                new Passage("Segments", lines(details.segments(), SegmentRow::words)),
                                new Passage("Modalities", named(parts, MODALITY, modalities::nameOf)),
                                new Passage("By area", lines(details.treatments(), this::words)),
                                new Passage("Exercises", lines(details.exercises(), ExerciseRow::words)),
                                new Passage("Activities", lines(details.activities(), Limitation::activity)),
                                new Passage("Contraindications", details.contraindications()),
                                new Passage("Statement", row.getString("statement")),
                                new Passage("Movement cue", details.cue()),
                                new Passage("Home care", details.homeCare()),
                                new Passage("Next step", row.getString("next_step")),
                                new Passage("Answered before signing", named(parts, CHECK, Function.identity()))),
                        amendments(parts))
                .filter(passage -> !passage.text().isEmpty())
                .toList();
    }

    private static Stream<Passage> amendments(List<Part> parts) {
        return Stream.of(AmendmentKind.values()).flatMap(kind -> parts.stream()
                .filter(part -> part.kind().equals(kind.name()))
                .map(part -> new Passage(kind.label(), part.text())));
    }

    private static String named(List<Part> parts, String kind, Function<String, String> name) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind))
                .map(part -> name.apply(part.text()))
                .collect(Collectors.joining("; "));
    }

    private String words(TreatmentRow row) {
        var tissue = modalities
                .tissue(row.tissue())
                .map(found -> ", " + found.name())
                .orElse("");
        return row.area().label() + ", " + modalities.nameOf(row.modality()) + tissue;
    }

    private static <T> String lines(List<T> rows, Function<T, String> words) {
        return rows.stream().map(words).collect(Collectors.joining("; "));
    }
}
