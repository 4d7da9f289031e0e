package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeMore;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.shared.Dates;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history and the contraindications of an intake note in words. */
final class HistoryWords {
    private HistoryWords() {}

    static String surgeries(PatientHistory history) {
        return history.surgeries().stream()
                .map(one -> joined(one.what(), one.on() == null ? "" : Dates.dayAndYear(one.on())))
                .collect(Collectors.joining("; "));
    }

    /** Returns the answers to what is asked with yes or no. */
    static String facts(PatientHistory history) {
        return history.historyAnswers().entrySet().stream()
                .map(answer -> answer.getKey().label() + ": "
                        + joined(
                                answer.getValue().yes() ? "yes" : "no",
                                answer.getKey() == HistoryFact.PREGNANCY && history.pregnancyWeek() != null
                                        ? "week " + history.pregnancyWeek()
                                        : "",
                                answer.getValue().words()))
                .collect(Collectors.joining("; "));
    }

    /** Returns the answer to one fact that is asked with yes or no. */
    static String answer(PatientHistory history, HistoryFact fact) {
        var answer = history.historyAnswers().get(fact);
        return answer == null ? "Not asked" : joined(answer.yes() ? "Yes" : "No", answer.words());
    }

    static String contraindications(IntakeMore more) {
        return more.contraindications().values().stream()
                .map(HistoryWords::answer)
                .collect(Collectors.joining("; "));
    }

    private static String answer(ContraindicationAnswer answer) {
        return answer.name() + ": " + answer.decision().label().toLowerCase(Locale.ROOT)
                + (answer.reason().isEmpty() ? "" : ", because " + answer.reason());
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
