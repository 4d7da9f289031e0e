package io.plumbline.answers;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Audit events of the answer bank. */
sealed interface AnswerEvent extends Recorded {

    /** An answer was imported from a page. */
    record Imported(UUID answer) implements AnswerEvent {
        @Override
        public String kind() {
            return "answer.imported";
        }

        @Override
        public UUID subject() {
            return answer;
        }
    }

    /** An answer was reviewed. */
    record Reviewed(UUID answer, AnswerReview from, AnswerReview to) implements AnswerEvent {
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
}
