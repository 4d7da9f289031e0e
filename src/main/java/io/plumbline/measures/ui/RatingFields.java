package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** One number on a scale. */
final class RatingFields implements AnswerFields {
    private final Scale scale;
    private final Component content;

    RatingFields(OutcomeMeasure measure, AskedAbout what) {
        scale = new Scale(measure.promptAbout(what), measure.lowest(), measure.highest());
        content = measure.lowestWords().isEmpty() ? scale : Ui.div("stack-1", scale, ends(measure));
    }

    private static Component ends(OutcomeMeasure measure) {
        return Ui.text(
                "muted small",
                measure.lowest() + ": " + measure.lowestWords() + ". " + measure.highest() + ": "
                        + measure.highestWords() + ".");
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public boolean isTyped() {
        return !scale.isEmpty();
    }

    @Override
    public Optional<MeasureAnswers> read(FormErrors errors) {
        return scale.getOptionalValue().map(MeasureAnswers::score);
    }

    @Override
    public void show(MeasureAnswers answers) {
        scale.setValue(answers.rating().intValue());
    }
}
