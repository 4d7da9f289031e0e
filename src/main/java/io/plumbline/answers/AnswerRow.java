package io.plumbline.answers;

import io.plumbline.shared.ids.AnswerId;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of the answer list.
 *
 * @param opening the beginning of its text
 * @param exercises the names of the exercises that it mentions
 */
public record AnswerRow(
        AnswerId id,
        String author,
        String city,
        String state,
        LocalDate on,
        String opening,
        AnswerReview review,
        List<AnswerFlag> flags,
        List<String> exercises) {}
