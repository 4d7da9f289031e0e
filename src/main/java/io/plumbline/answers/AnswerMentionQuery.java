package io.plumbline.answers;

import io.plumbline.exercises.AnswersOnExercises;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the exercise library which answers mention an exercise, and how many. */
@Component
class AnswerMentionQuery implements AnswersOnExercises {
    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final AnswerService answers;

    AnswerMentionQuery(JdbcClient jdbc, AnswerService answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    @Override
    public Counts count(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return new Counts(0, Map.of());
        }
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                select '' as code, count(*) as answers from answer
                union all
                select code, count(*) from answer_mention where kind = 'EXERCISE' and code in (:slugs) group by code""")
                .param("slugs", slugs)
                .query((row, n) -> counts.put(row.getString("code"), row.getLong("answers")))
                .list();
        return new Counts(Objects.requireNonNullElse(counts.remove(ALL), 0L), Map.copyOf(counts));
    }

    @Override
    public List<Naming> findByExercise(String slug, int limit) {
        return answers.list(AnswerFilter.naming(slug), null, limit).stream()
                .map(row -> new Naming(row.id(), row.author(), row.city(), row.state(), row.on()))
                .toList();
    }
}
