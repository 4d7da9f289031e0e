package io.plumbline.demo;

import io.plumbline.answers.AnswerDetails;
import io.plumbline.answers.AnswerFile;
import io.plumbline.answers.AnswerFilter;
import io.plumbline.answers.AnswerReview;
import io.plumbline.answers.AnswerService;
import io.plumbline.answers.ReadAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Imports a page of invented answers and reviews some of them. */
@Component
class DemoAnswers {
    private static final int LOOKED_AT = 100;

    private final DemoSignIn signIn;
    private final AnswerService answers;
    private final Resource page;

    DemoAnswers(DemoSignIn signIn, AnswerService answers, @Value("classpath:demo/answers.txt") Resource page) {
        this.signIn = signIn;
        this.answers = answers;
        this.page = page;
    }

    void fill() {
        signIn.as("chiropractor", () -> {
            importPage();
            for (var row : answers.list(AnswerFilter.ALL, null, LOOKED_AT)) {
                answers.open(row.id()).ifPresent(this::look);
            }
        });
    }

    private void importPage() {
        try {
            var read = AnswerFile.read("The demo page", page.getContentAsByteArray());
            answers.importAnswers(
                    read.question(),
                    read.answers().stream()
                            .map(draft -> ReadAnswer.of(read.question(), draft))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void look(AnswerDetails answer) {
        if (answer.draft().text().startsWith("Bird dogs")
                || answer.draft().text().startsWith("Cat/cow")) {
            answers.review(answer.id(), answer.version(), AnswerReview.APPROVED, "");
        } else if (answer.draft().text().startsWith("Please contact")) {
            answers.review(answer.id(), answer.version(), AnswerReview.SET_ASIDE, "Asks readers to get in touch");
        }
    }
}
