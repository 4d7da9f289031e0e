package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Section;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.ScoreRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Every score, newest first, with those that do not count any more; a score that counts can be corrected. */
final class ScoreList extends Composite<Section> {
    private static final int FIRST = 12;
    private static final String CHANGED = "A colleague corrected this score in the meantime";

    private final MeasureService measures;

    ScoreList(MeasureService measures, List<ScoreRow> oldestFirst) {
        this.measures = measures;
        getContent()
                .add(new FoldedList(
                        oldestFirst.reversed().stream().map(this::row).toList(), FIRST, "scores"));
    }

    @Override
    protected Section initContent() {
        return Ui.card("All scores");
    }

    private Component row(ScoreRow score) {
        var measure = measures.measures().require(score.measure());
        var row = Ui.div(
                "visit",
                Ui.div(
                        "stack-0 grow",
                        Ui.text("strong", measure.name() + ": " + MeasureWords.score(measure, score.result())),
                        Ui.text("muted small", words(score))));
        if (score.isFinal()) {
            row.add(actions(measure, score));
        } else {
            row.add(StatusBadge.neutral(score.status().label()));
        }
        return row;
    }

    private static String words(ScoreRow score) {
        return Dates.dayAndYear(score.measuredOn()) + ", recorded by " + score.recordedBy()
                + (score.document().isEmpty() ? "" : ", from " + score.document())
                + (score.reason().isEmpty() ? "" : ". Reason: " + score.reason());
    }

    private Component actions(OutcomeMeasure measure, ScoreRow score) {
        var about = measure.name() + " on " + Dates.dayAndYear(score.measuredOn());
        var correct = new Button("Correct…", e -> CorrectionDialog.open(measures, measure, score, ScoreList::reload));
        correct.addThemeVariants(ButtonVariant.SMALL);
        correct.setAriaLabel("Correct: " + about);
        var wrong = new Button("Entered in error…", e -> new ReasonDialog(
                        "Entered in error?",
                        about + " does not count any more. It stays readable, with your reason.",
                        "Mark as entered in error",
                        reason -> Attempt.refusalOf(() -> markEnteredInError(score, reason), () -> CHANGED))
                .open());
        wrong.addThemeVariants(ButtonVariant.SMALL);
        wrong.setAriaLabel("Entered in error: " + about);
        return Ui.div("cluster", correct, wrong);
    }

    private void markEnteredInError(ScoreRow score, String reason) {
        measures.markEnteredInError(score.id(), score.version(), reason);
        reload();
    }

    private static void reload() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }
}
