package io.plumbline.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A row of the answer list.
 *
 * @param opening the beginning of its text
 * @param exercises the names of the exercises that it mentions
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
