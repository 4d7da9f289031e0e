package io.plumbline.answers;

import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.exercises.TextWords;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the answer bank: pages with the newest answer first, and single answers with their mentions. */
@Repository
class AnswerQuery {
    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final ExerciseVocabulary vocabulary;
    private final AnswerTerms terms;

    AnswerQuery(JdbcClient jdbc, ExerciseVocabulary vocabulary, AnswerTerms terms) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    /** Returns a page of the answers that match the filter. */
    List<AnswerRow> list(AnswerFilter filter, @Nullable AnswerRow after, int limit) {
        var sql = new StringBuilder("""
                select id, author, city, state, answered_on, substring(body, 1, 300) as opening, review
                from answer where answered_on <= ? and (answered_on < ? or id > ?)""");
        var day = after == null ? LATEST : after.on();
        var params = new ArrayList<Object>(
                List.of(day, day, after == null ? FIRST : after.id().value()));
        narrow(filter, sql, params);
        sql.append(
                filter.review() == null ? " order by answered_on desc, id" : " order by review, answered_on desc, id");
        params.add(limit);
        var rows = jdbc.sql(sql + " limit ?")
                .params(params)
                .query(AnswerQuery::bare)
                .list();
        var marks = marks(rows.stream().map(AnswerRow::id).toList());
        return rows.stream().map(row -> marks.on(row)).toList();
    }

    private static void narrow(AnswerFilter filter, StringBuilder sql, List<Object> params) {
        if (filter.review() != null) {
            sql.append(" and review = ?");
            params.add(filter.review().name());
        }
        if (filter.flag() != null) {
            sql.append(" and id in (select answer_id from answer_flag where flag = ?)");
            params.add(filter.flag().name());
        }
        if (filter.exercise() != null) {
            sql.append(" and id in (select answer_id from answer_mention where kind = 'EXERCISE' and code = ?)");
            params.add(filter.exercise());
        }
        for (var word : TextWords.asked(filter.text())) {
            sql.append(" and id in (select answer_id from answer_word where word like ?)");
            params.add(word + "%");
        }
    }

    /** Counts the answers to be reviewed, up to 1,000. */
    long countNew() {
        return jdbc.sql("select count(*) from (select 1 from answer where review = 'NEW' limit 1000) waiting")
                .query(Long.class)
                .single();
    }

    /** Returns which of these keys are already in the answer bank. */
    Set<String> kept(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select content_key from answer where content_key in (:keys)")
                .param("keys", keys)
                .query(String.class)
                .list());
    }

    /** Finds an answer with its mentions. */
    Optional<AnswerDetails> find(AnswerId id) {
        var flags = EnumSet.noneOf(AnswerFlag.class);
        var named = new ArrayList<AnswerDetails.Named>();
        jdbc.sql("""
                select 'FLAG' as kind, flag as code, null as exercise_id, null as name from answer_flag where answer_id = :id
                union all
                select m.kind, m.code, e.id, e.name from answer_mention m
                left join exercise e on m.kind = 'EXERCISE' and e.slug = m.code
                where m.answer_id = :id order by kind, code""")
                .param("id", id)
                .query((row, n) -> row.getString("kind").equals("FLAG")
                        ? flags.add(AnswerFlag.valueOf(row.getString("code")))
                        : named.add(named(row)))
                .list();
        return jdbc.sql("""
                select a.*, q.wording, s.display_name from answer a
                join question q on q.id = a.question_id
                left join staff_account s on s.id = a.reviewed_by
                where a.id = ?""")
                .param(id)
                .query((row, n) -> details(id, row, flags, named))
                .optional();
    }

    private AnswerDetails.Named named(ResultSet row) throws SQLException {
        var kind = MentionKind.valueOf(row.getString("kind"));
        var code = row.getString("code");
        return new AnswerDetails.Named(
                kind,
                switch (kind) {
                    case EXERCISE -> Objects.requireNonNullElse(row.getString("name"), code);
                    case MODALITY -> vocabulary.modalityName(code);
                    case AREA -> vocabulary.areaName(code);
                    case CAUTION -> terms.cautionName(code);
                    case DOSE -> code;
                },
                Ids.read(row, "exercise_id", ExerciseId::new));
    }

    private static AnswerDetails details(
            AnswerId id, ResultSet row, Set<AnswerFlag> flags, List<AnswerDetails.Named> named) throws SQLException {
        var reviewed = row.getBytes("reviewed_by") != null;
        return new AnswerDetails(
                id,
                row.getLong("version"),
                row.getString("wording"),
                new AnswerDraft(
                        row.getString("author"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getObject("answered_on", LocalDate.class),
                        row.getString("body"),
                        flags),
                AnswerReview.valueOf(row.getString("review")),
                row.getString("review_reason"),
                reviewed
                        ? Objects.requireNonNullElse(row.getString("display_name"), CurrentUser.SYSTEM.displayName())
                        : null,
                reviewed ? Utc.in(row, "reviewed_at") : null,
                List.copyOf(named));
    }

    private static AnswerRow bare(ResultSet row, int n) throws SQLException {
        return new AnswerRow(
                new AnswerId(Ids.uuid(row.getBytes("id"))),
                row.getString("author"),
                row.getString("city"),
                row.getString("state"),
                row.getObject("answered_on", LocalDate.class),
                row.getString("opening"),
                AnswerReview.valueOf(row.getString("review")),
                List.of(),
                List.of());
    }

    private Marks marks(List<AnswerId> ids) {
        var marks = new Marks(new HashMap<>(), new HashMap<>());
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select answer_id, 'FLAG' as kind, flag as name from answer_flag where answer_id in (:ids)
                    union all
                    select m.answer_id, m.kind, e.name from answer_mention m join exercise e on e.slug = m.code
                    where m.kind = 'EXERCISE' and m.answer_id in (:ids) order by name""")
                    .param("ids", ids)
                    .query((row, n) -> marks.add(
                            new AnswerId(Ids.uuid(row.getBytes("answer_id"))),
                            row.getString("kind"),
                            row.getString("name")))
                    .list();
        }
        return marks;
    }

    private record Marks(Map<AnswerId, List<AnswerFlag>> flags, Map<AnswerId, List<String>> exercises) {
        boolean add(AnswerId answer, String kind, String name) {
            return kind.equals("FLAG")
                    ? flags.computeIfAbsent(answer, id -> new ArrayList<>()).add(AnswerFlag.valueOf(name))
                    : exercises.computeIfAbsent(answer, id -> new ArrayList<>()).add(name);
        }

        AnswerRow on(AnswerRow row) {
            return new AnswerRow(
                    row.id(),
                    row.author(),
                    row.city(),
                    row.state(),
                    row.on(),
                    row.opening(),
                    row.review(),
                    flags.getOrDefault(row.id(), List.of()),
                    exercises.getOrDefault(row.id(), List.of()));
        }
    }
}
