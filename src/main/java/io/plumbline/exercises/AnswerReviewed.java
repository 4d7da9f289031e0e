package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody decided what the clinic makes of an answer. */
public record AnswerReviewed(UUID answer, AnswerReview from, AnswerReview to) implements Recorded {
    @Override
    public String kind() {
        return "answer.reviewed";
    }

    @Override
    public UUID subject() {
        return answer;
    }

    @Override
    public String detail() {
        return "review " + from + " to " + to;
    }
}
