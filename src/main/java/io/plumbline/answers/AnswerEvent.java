package io.plumbline.answers;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.AnswerId;
import java.util.UUID;

/** Audit events of the answer bank. */
sealed interface AnswerEvent extends Recorded {
    AnswerId answer();

    @Override
    default UUID subject() {
        return answer().value();
    }

    /** An answer was imported from a page. */
    record Imported(AnswerId answer) implements AnswerEvent {}

    /** An answer was reviewed. */
    record Reviewed(AnswerId answer, AnswerReview from, AnswerReview to) implements AnswerEvent {
        @Override
        public String detail() {
            return "review " + from + " to " + to;
        }
    }
}
