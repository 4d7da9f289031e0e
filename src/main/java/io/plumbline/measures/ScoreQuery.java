package io.plumbline.measures;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ScoreId;
import io.plumbline.shared.store.OncePerTransaction;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the scores of one patient with their answers. Runs one SQL statement in a transaction, in which several rules may
 * ask for them.
 */
@Repository
class ScoreQuery {
    /** More than years of weekly scores of every measure. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final OncePerTransaction<Set<PatientId>, List<ScoreRow>> known;

    ScoreQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
        known = new OncePerTransaction<>(this::read);
    }

    /** Returns the newest scores, oldest first, those that do not count any more too. */
    List<ScoreRow> findByPatient(Collection<PatientId> records) {
        return known.of(Set.copyOf(records));
    }

    /** Drops what is known of a patient, because a score was recorded or ended. */
    void forget(Collection<PatientId> records) {
        known.forget(Set.copyOf(records));
    }

    private List<ScoreRow> read(Set<PatientId> records) {
        var answers = new HashMap<UUID, List<ItemAnswer>>();
        var scores = new LinkedHashMap<UUID, ScoreRow>();
        var origins = new HashMap<UUID, Origin>();
        jdbc.sql("""
                select s.*, r.display_name, a.item, a.answer
                from (select * from outcome_score where patient_id in (:patients)
                      order by %s limit :most) s
                left join outcome_score_answer a on a.score_id = s.id
                left join staff_account r on r.id = s.recorded_by
                order by s.measured_on, s.id, a.position""".formatted(RecordOrder.by(records, "patient_id desc", "measured_on desc, id desc")))
                .param("patients", records)
                .param("most", MOST)
                .query(row -> {
                    var id = Ids.uuid(row.getBytes("id"));
                    if (!scores.containsKey(id)) {
                        scores.put(id, score(row));
                        origins.put(id, origin(row));
                    }
                    if (row.getString("item") != null) {
                        answers.computeIfAbsent(id, first -> new ArrayList<>())
                                .add(new ItemAnswer(row.getString("item"), row.getBigDecimal("answer")));
                    }
                });
        return scores.values().stream()
                .map(score -> score.with(
                        answers.getOrDefault(score.id().value(), List.of()),
                        note(score.id().value(), origins)))
                .toList();
    }

    /** Where a score comes from: a note, or another score that it corrects. */
    private record Origin(@Nullable NoteId note, @Nullable UUID corrects) {}

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(Ids.read(row, "note_id", NoteId::new), Ids.read(row, "corrects_id", id -> id));
    }

    private static @Nullable NoteId note(UUID score, Map<UUID, Origin> origins) {
        var origin = origins.get(score);
        while (origin != null && origin.note() == null && origin.corrects() != null) {
            origin = origins.get(origin.corrects());
        }
        return origin == null ? null : origin.note();
    }

    /** Returns the score without its answers and its note, which are in other rows. */
    private static ScoreRow score(ResultSet row) throws SQLException {
        return new ScoreRow(
                new ScoreId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                row.getString("measure"),
                row.getObject("measured_on", LocalDate.class),
                new ScoreResult(new MeasureAnswers(List.of()), row.getBigDecimal("score"), row.getString("band")),
                null,
                row.getString("document"),
                ScoreStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                Utc.in(row, "recorded_at"),
                row.getString("display_name"));
    }
}
