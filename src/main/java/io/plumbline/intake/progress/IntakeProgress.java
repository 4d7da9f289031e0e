package io.plumbline.intake.progress;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far one part of an intake note is filled in.
 *
 * @param done how many of its fields are filled in
 * @param all how many fields it has
 */
public record IntakeProgress(int done, int all) {
    /** Returns how far a part of a draft is filled in. Of the screen, each question is a field. */
    public static IntakeProgress of(IntakePart part, IntakeDraft draft, ScreeningRules rules) {
        var more = draft.more();
        return switch (part) {
            case COMPLAINT ->
                counted(
                        draft.complaint(),
                        draft.onset(),
                        more.mechanism(),
                        draft.painNow(),
                        draft.painWorst(),
                        draft.painAverage());
            case AREAS -> of(!draft.areas().isEmpty());
            case FACTORS -> factors(draft);
            case LIMITATIONS -> of(!draft.limitations().isEmpty());
            case HISTORY -> history(more.history());
            case ALIGNMENT ->
                counted(
                        more.examination().pelvicTilt(),
                        more.examination().shorterLeg(),
                        more.examination().posture());
            case EXAMINATION ->
                of(!more.examination().motions().isEmpty()
                        || !more.examination().tests().isEmpty());
            case CONTRAINDICATIONS -> of(!more.contraindications().isEmpty());
            case DAILY_LIFE ->
                counted(more.dailyActivities(), more.work(), more.training(), more.sleep(), more.mood(), more.goals());
            case SCREEN -> {
                var asked = rules.asked();
                var answered = asked.stream()
                        .filter(rule -> draft.screen().containsKey(rule.id()))
                        .count();
                yield new IntakeProgress((int) answered, asked.size());
            }
            case OUTCOME -> new IntakeProgress((draft.consented() ? 1 : 0) + (draft.outcome() == null ? 0 : 1), 2);
        };
    }

    /** Each fact that is asked is a field. */
    private static IntakeProgress history(PatientHistory history) {
        var texts = Stream.of(
                history.surgeries().isEmpty() ? "" : "told",
                history.medication(),
                history.allergies(),
                history.imaging(),
                history.priorCare());
        var facts = HistoryFact.asked().stream()
                .map(fact -> history.historyAnswers().containsKey(fact) ? "told" : "");
        return counted(Stream.concat(texts, facts).toArray());
    }

    /** Of each chosen factor, severity and status are fields. */
    private static IntakeProgress factors(IntakeDraft draft) {
        if (draft.factors().isEmpty()) {
            return of(false);
        }
        return counted(draft.factors().stream()
                .map(draft.more()::detailOf)
                .flatMap(detail -> Stream.of(detail.severity() != null, detail.status() != null))
                .map(isGiven -> isGiven ? "given" : "")
                .toArray());
    }

    private static IntakeProgress of(boolean isDone) {
        return new IntakeProgress(isDone ? 1 : 0, 1);
    }

    private static IntakeProgress counted(@Nullable Object... fields) {
        var done = Stream.of(fields)
                .filter(field -> field != null && !"".equals(field))
                .count();
        return new IntakeProgress((int) done, fields.length);
    }

    /** Returns whether every field is filled in. */
    public boolean isComplete() {
        return done == all;
    }

    /** Returns the state as the screen shows it, such as <em>3 of 9 complete</em>. */
    public String label() {
        if (all == 0) {
            return "None";
        }
        if (isComplete()) {
            return "Complete";
        }
        return done == 0 ? "Not begun" : done + " of " + all + " complete";
    }
}
