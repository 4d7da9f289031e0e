package io.plumbline.exercises;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An answer was imported from a page. */
public record AnswerImported(UUID answer) implements Recorded {
    @Override
    public String kind() {
        return "answer.imported";
    }

    @Override
    public UUID subject() {
        return answer;
    }
}
