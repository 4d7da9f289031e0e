package io.plumbline.answers.ui;

import io.plumbline.answers.AnswerService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class AnswerBadge implements NavBadge {
    private final AnswerService answers;

    AnswerBadge(AnswerService answers) {
        this.answers = answers;
    }

    @Override
    public String place() {
        return Routes.ANSWERS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(answers.countNew(), "Practitioners' answers awaiting review.");
    }
}
