package io.plumbline.exercises;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An answer in a list.
 *
 * @param opening how its text begins
 * @param exercises the names of the exercises that it names
 */
public record AnswerRow(
        UUID id,
        String author,
        String city,
        String state,
        LocalDate on,
        String opening,
        AnswerReview review,
        List<AnswerFlag> flags,
        List<String> exercises) {}
