package io.plumbline.exercises;

import io.plumbline.shared.ids.AnswerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Implemented by answers: what the answer bank says about exercises. */
public interface AnswersOnExercises {
    /** Counts the answers in the bank, and those that mention each of some exercises. */
    Counts count(Collection<String> slugs);

    /** Returns answers that mention an exercise, newest first. */
    List<Naming> findByExercise(String slug, int limit);

    /**
     * How many answers mention which exercise.
     *
     * @param all how many answers are in the bank
     * @param bySlug without those that no answer mentions
     */
    record Counts(long all, Map<String, Long> bySlug) {
        /** Returns how many answers mention an exercise. */
        long of(String slug) {
            return bySlug.getOrDefault(slug, 0L);
        }
    }

    /** An answer that mentions an exercise. */
    record Naming(AnswerId answer, String author, String city, String state, LocalDate on) {}
}
