package io.plumbline.measures.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.measures.ScoreField;
import io.plumbline.measures.ScoreRow;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Corrects a score with a reason; the answers as they were stay readable. */
final class CorrectionDialog extends Composite<Dialog> {
    private final DatePicker day = Days.field("Measured on");
    private final TextArea reason = new TextArea("Reason");
    private final Div messages = Ui.div("stack-2");
    private final MeasureService measures;
    private final ScoreRow score;
    private final AnswerFields fields;
    private final Runnable corrected;

    CorrectionDialog(MeasureService measures, OutcomeMeasure measure, ScoreRow score, Runnable corrected) {
        this.measures = measures;
        this.score = score;
        this.corrected = corrected;
        fields = MeasureForm.fieldsFor(measure, AskedAbout.UNNAMED, List.of());
        fields.show(score.result().answers());
        day.setValue(score.measuredOn());
        reason.setMaxLength(400);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setWidthFull();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.LARGE,
                "Correct: " + measure.name(),
                () -> !reason.isEmpty(),
                Ui.once("Correct", this::attempt),
                messages,
                fields.content(),
                day,
                reason);
    }

    private void attempt() {
        var errors = new FormErrors(messages);
        var answers = fields.read(errors);
        errors.refuseEmpty(day, "Choose the day on which the patient answered");
        errors.refuseNoReason(reason, "Enter a reason; it stays on record");
        if (!errors.areNone() || answers.isEmpty()) {
            return;
        }
        var draft = new ScoreDraft(score.measure(), answers.get(), day.getValue(), score.document());
        Attempt.showing(messages)
                .at(ScoreField.MEASURED_ON, day)
                .ifChanged("A colleague corrected this score in the meantime")
                .run(() -> {
                    measures.correct(score.id(), score.version(), draft, reason.getValue());
                    getContent().close();
                    corrected.run();
                });
    }

    void open() {
        getContent().open();
    }
}
