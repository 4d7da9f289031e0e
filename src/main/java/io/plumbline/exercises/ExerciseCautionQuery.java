package io.plumbline.exercises;

import io.plumbline.shared.ids.ExerciseId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which exercises are not for everybody from the start. The library is open to all who treat patients. */
@Repository
public class ExerciseCautionQuery {
    private final JdbcClient jdbc;

    ExerciseCautionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those of some exercises that belong to a later stage or have a caution, each with it, by name. */
    public List<String> findCautious(Collection<ExerciseId> exercises) {
        return exercises.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select name, stage, caution from exercise
                        where id in (:ids) and (stage <> :start or caution is not null) order by name, id""")
                        .param("ids", exercises)
                        .param("start", ExerciseStage.START.name())
                        .query((row, n) -> {
                            var stage = ExerciseStage.valueOf(row.getString("stage"));
                            var caution = Objects.requireNonNullElse(row.getString("caution"), "");
                            var later = stage == ExerciseStage.START
                                    ? ""
                                    : stage.label().toLowerCase(Locale.ROOT);
                            return row.getString("name") + " ("
                                    + (later.isEmpty() || caution.isEmpty() ? later + caution : later + "; " + caution)
                                    + ")";
                        })
                        .list();
    }
}
