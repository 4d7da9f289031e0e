package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alignment, which is looked at before any strengthening. */
class AlignmentFields extends Composite<Div> {
    private final RadioButtonGroup<PelvicTilt> tilt = new RadioButtonGroup<>("Pelvic tilt");
    private final RadioButtonGroup<ShorterLeg> leg = new RadioButtonGroup<>("Leg length");
    private final WholeNumber difference = new WholeNumber(
            "Difference in mm", 0, IntakeExamination.MOST_MM, 1, true, "0 to " + IntakeExamination.MOST_MM);
    private final TextArea posture = IntakeForm.text("Posture", IntakeExamination.MOST_POSTURE);

    AlignmentFields(Runnable changed) {
        List.of(tilt, leg).forEach(field -> field.addClassName("choices"));
        tilt.setItems(PelvicTilt.values());
        tilt.setItemLabelGenerator(PelvicTilt::label);
        tilt.addValueChangeListener(e -> changed.run());
        leg.setItems(ShorterLeg.values());
        leg.setItemLabelGenerator(ShorterLeg::label);
        leg.addValueChangeListener(e -> {
            showDifference();
            changed.run();
        });
        difference.field().addValueChangeListener(e -> changed.run());
        posture.addValueChangeListener(e -> changed.run());
        showDifference();
        getContent().addClassName("stack-3");
        getContent()
                .add(
                        Ui.text("muted", "Recorded before any strengthening."),
                        tilt,
                        Ui.div("scales", leg, difference.field()),
                        posture);
    }

    void show(IntakeExamination found) {
        tilt.setValue(found.pelvicTilt());
        leg.setValue(found.shorterLeg());
        difference.show(found.legDifferenceMm());
        Autosave.show(posture, found.posture());
        showDifference();
    }

    /** Returns what is recorded here, with motions and tests. */
    IntakeExamination read(List<IntakeExamination.Motion> motions, List<IntakeExamination.Test> tests) {
        return new IntakeExamination(
                tilt.getValue(), leg.getValue(), difference.value(), posture.getValue(), motions, tests);
    }

    /** Returns which field has invalid input, as text; null if there is none. */
    @Nullable
    String wrong() {
        return difference.field().isVisible() && difference.isWrong() ? difference.words() : null;
    }

    private void showDifference() {
        var isUnequal = leg.getValue() == ShorterLeg.LEFT || leg.getValue() == ShorterLeg.RIGHT;
        difference.field().setVisible(isUnequal);
    }
}
