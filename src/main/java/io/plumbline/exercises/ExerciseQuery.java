package io.plumbline.exercises;

import io.plumbline.exercises.AnswersOnExercises.Counts;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the exercise library: pages by name, and single exercises with their versions. */
@Repository
class ExerciseQuery {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final AnswersOnExercises answers;

    ExerciseQuery(JdbcClient jdbc, AnswersOnExercises answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** Returns a page of the exercises that match the filter. */
    List<ExerciseRow> list(ExerciseFilter filter, @Nullable ExerciseRow after, int limit) {
        var sql = new StringBuilder("""
                select id, slug, name, exercise_group, stage, exercise_level, instruction, dose, caution, named_in,
                    coalesce(approved_number, 0) = number as signed_off
                from exercise where status = ? and name >= ? and (name > ? or id > ?)""");
        var name = after == null ? "" : after.name();
        var params = new ArrayList<Object>(List.of(
                filter.status().name(),
                name,
                name,
                after == null ? FIRST : after.id().value()));
        narrow(filter, sql, params);
        params.add(limit);
        var found = jdbc.sql(sql + " order by status, name, id limit ?")
                .params(params)
                .query(ExerciseQuery::found)
                .list();
        var counts = answers.count(found.stream().map(Found::slug).toList());
        return found.stream().map(one -> one.row(counts)).toList();
    }

    private static void narrow(ExerciseFilter filter, StringBuilder sql, List<Object> params) {
        if (filter.group() != null) {
            sql.append(" and exercise_group = ?");
            params.add(filter.group().name());
        }
        if (filter.stage() != null) {
            sql.append(" and stage = ?");
            params.add(filter.stage().name());
        }
        if (filter.level() != null) {
            sql.append(" and exercise_level = ?");
            params.add(filter.level().name());
        }
        if (filter.withDose()) {
            sql.append(" and dose is not null");
        }
        if (filter.area() != null) {
            sql.append(" and id in (select exercise_id from exercise_area where area = ?)");
            params.add(filter.area());
        }
        for (var word : TextWords.asked(filter.text())) {
            sql.append(" and id in (select exercise_id from exercise_word where word like ?)");
            params.add(word + "%");
        }
    }

    /** Counts the active exercises. */
    long count() {
        return jdbc.sql("select count(*) from exercise where status = 'ACTIVE'")
                .query(Long.class)
                .single();
    }

    /** Returns the slugs of all exercises, including retired ones. */
    Set<String> slugs() {
        return Set.copyOf(
                jdbc.sql("select slug from exercise").query(String.class).list());
    }

    /** Returns whether an exercise has this name, including retired ones. */
    boolean isNamed(String name) {
        return !jdbc.sql("select 1 from exercise where name = ? limit 1")
                .param(name)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Finds an exercise by its id. */
    Optional<ExerciseDetails> find(ExerciseId id) {
        var versions = versions(id);
        return jdbc.sql("""
                select id, slug, version, status, retired_reason, source, library_version, on_clinic_page, named_in
                from exercise where id = ?""")
                .param(id)
                .query((row, n) -> {
                    var slug = row.getString("slug");
                    return new ExerciseDetails(
                            id,
                            slug,
                            row.getLong("version"),
                            ExerciseStatus.valueOf(row.getString("status")),
                            row.getString("retired_reason"),
                            row.getString("source"),
                            row.getString("library_version"),
                            row.getBoolean("on_clinic_page"),
                            named(slug, row.getInt("named_in"), answers.count(List.of(slug))),
                            versions);
                })
                .optional();
    }

    /** Finds the id and name of an exercise by its slug. */
    Optional<ExerciseLabel> label(String slug) {
        return jdbc.sql("select id, slug, name from exercise where slug = ?")
                .param(slug)
                .query(ExerciseLabel.class)
                .optional();
    }

    /** Returns all exercises by name for selection. */
    List<ExerciseLabel> labels() {
        return jdbc.sql("select id, slug, name from exercise order by status, name, id limit 1000")
                .query(ExerciseLabel.class)
                .list();
    }

    List<ExerciseLabel> labelsInUse() {
        return jdbc.sql("select id, slug, name from exercise where status = ? order by status, name, id limit 1000")
                .param(ExerciseStatus.ACTIVE.name())
                .query(ExerciseLabel.class)
                .list();
    }

    private List<ExerciseVersion> versions(ExerciseId id) {
        return jdbc.sql("""
                select v.*, w.display_name as writer, s.display_name as signer
                from exercise_version v
                left join staff_account w on w.id = v.written_by
                left join staff_account s on s.id = v.approved_by
                where v.exercise_id = ? order by v.exercise_id, v.number desc""").param(id).query(ExerciseQuery::version).list();
    }

    private static ExerciseNamed named(String slug, int inSource, Counts counts) {
        return ExerciseNamed.of(counts.of(slug), counts.all(), inSource);
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getString("slug"),
                row.getInt("named_in"),
                new ExerciseRow(
                        new ExerciseId(Ids.uuid(row.getBytes("id"))),
                        row.getString("name"),
                        ExerciseGroup.valueOf(row.getString("exercise_group")),
                        ExerciseStage.valueOf(row.getString("stage")),
                        level(row),
                        text(row, "instruction"),
                        text(row, "dose"),
                        text(row, "caution"),
                        row.getBoolean("signed_off"),
                        ExerciseNamed.of(0, 0, 0)));
    }

    private static ExerciseVersion version(ResultSet row, int n) throws SQLException {
        var areas = row.getString("areas");
        var signer = row.getBytes("approved_by") == null ? null : name(row, "signer");
        return new ExerciseVersion(
                row.getInt("number"),
                new ExerciseDraft(
                        row.getString("name"),
                        ExerciseGroup.valueOf(row.getString("exercise_group")),
                        ExerciseStage.valueOf(row.getString("stage")),
                        level(row),
                        row.getString("instruction"),
                        row.getString("dose"),
                        row.getString("caution"),
                        row.getString("progression"),
                        areas.isEmpty() ? Set.of() : Set.of(areas.split(","))),
                row.getString("reason"),
                name(row, "writer"),
                Utc.in(row, "written_at"),
                signer,
                signer == null ? null : Utc.in(row, "approved_at"));
    }

    private static @Nullable ExerciseLevel level(ResultSet row) throws SQLException {
        var level = row.getString("exercise_level");
        return level == null ? null : ExerciseLevel.valueOf(level);
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), CurrentUser.SYSTEM.displayName());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private record Found(String slug, int inSource, ExerciseRow bare) {
        ExerciseRow row(Counts counts) {
            return new ExerciseRow(
                    bare.id(),
                    bare.name(),
                    bare.group(),
                    bare.stage(),
                    bare.level(),
                    bare.instruction(),
                    bare.dose(),
                    bare.caution(),
                    bare.isSignedOff(),
                    named(slug, inSource, counts));
        }
    }
}
