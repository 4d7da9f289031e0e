package io.plumbline.measures.ui;

import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.measures.ScoreField;
import io.plumbline.measures.ScoreRow;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.UiFields;
import java.util.List;

/** Corrects a score with a reason; the answers as they were stay readable. */
final class CorrectionDialog {
    private CorrectionDialog() {}

    static void open(MeasureService measures, OutcomeMeasure measure, ScoreRow score, Runnable corrected) {
        var form = Dialogs.form("Correct: " + measure.name())
                .width(Dialogs.Width.LARGE)
                .about("score");
        var fields = MeasureForm.fieldsFor(measure, AskedAbout.UNNAMED, List.of());
        fields.show(score.result().answers());
        form.add(fields.content()).check(fields::read);
        var day = form.required(Days.field("Measured on"), "Choose the day on which the patient answered");
        day.setValue(score.measuredOn());
        var reason = form.reason(UiFields.area("Reason", 400), "Enter a reason; it stays on record");
        form.at(ScoreField.MEASURED_ON, day)
                .open(
                        "Correct",
                        () -> {
                            var answers = fields.read(new FormErrors()).orElseThrow();
                            var draft = new ScoreDraft(score.measure(), answers, day.getValue(), score.document());
                            measures.correct(score.id(), score.version(), draft, reason.getValue());
                        },
                        corrected);
    }
}
