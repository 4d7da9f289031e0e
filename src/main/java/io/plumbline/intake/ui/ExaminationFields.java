package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.Side;
import io.plumbline.intake.IntakeExamination.Test;
import io.plumbline.intake.IntakeExamination.TestKind;
import io.plumbline.intake.IntakeScope;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Range of motion, and the tests of chiropractors. No source lists tests, so none is offered: each is named by its
 * author, who says of which kind it is.
 */
class ExaminationFields extends Composite<Div> {
    private final RowFields<Motion> motions;
    private final RowFields<Test> tests;
    private final Div ofTests;

    ExaminationFields(Runnable changed) {
        motions = new RowFields<>(
                "Another movement", IntakeExamination.MOST_ROWS, number -> new MotionRow(number, changed));
        tests = new RowFields<>("Another test", IntakeExamination.MOST_ROWS, number -> new TestRow(number, changed));
        ofTests = Ui.div("stack-2", new H3("Neurological and orthopedic tests"), tests);
        getContent().addClassName("stack-3");
        getContent().add(Ui.div("stack-2", new H3("Range of motion"), motions));
        showTests(IntakeScope.mayConclude());
    }

    void show(IntakeExamination found) {
        motions.show(found.motions());
        tests.show(found.tests());
        showTests(IntakeScope.mayConclude() || !found.tests().isEmpty());
    }

    private void showTests(boolean isShown) {
        getContent().remove(ofTests);
        if (isShown) {
            getContent().add(ofTests);
        }
    }

    /** Returns which field has invalid input, as text; null if there is none. */
    @Nullable
    String wrong() {
        return motions.wrong();
    }

    List<Motion> motions() {
        return motions.read();
    }

    List<Test> tests() {
        return tests.read();
    }

    private static <T> ComboBox<T> choice(String label, T[] items, ItemLabelGenerator<T> words, Runnable changed) {
        var choice = new ComboBox<T>(label);
        choice.setItems(items);
        choice.setItemLabelGenerator(words);
        choice.setClearButtonVisible(true);
        choice.addValueChangeListener(e -> changed.run());
        return choice;
    }

    private static final class MotionRow implements RowFields.Row<Motion> {
        private final TextField movement;
        private final ComboBox<Side> side;
        private final WholeNumber degrees;
        private final Div fields;

        MotionRow(int number, Runnable changed) {
            movement = HistoryFields.line("Movement " + number, IntakeExamination.MOST, changed);
            side = choice("Side of movement " + number, Side.values(), Side::label, changed);
            degrees = new WholeNumber(
                    "Degrees " + number,
                    0,
                    IntakeExamination.MOST_DEGREES,
                    5,
                    true,
                    "0 to " + IntakeExamination.MOST_DEGREES);
            degrees.field().addValueChangeListener(e -> changed.run());
            fields = Ui.div("scales", movement, side, degrees.field());
        }

        @Override
        public Component fields() {
            return fields;
        }

        @Override
        public Focusable<?> first() {
            return movement;
        }

        @Override
        public void show(Motion motion) {
            movement.setValue(motion.movement());
            side.setValue(motion.side());
            degrees.show(motion.degrees());
        }

        @Override
        public @Nullable String wrong() {
            return degrees.isWrong() ? degrees.words() : null;
        }

        @Override
        public Optional<Motion> read() {
            return Optional.of(new Motion(movement.getValue(), side.getValue(), degrees.value()))
                    .filter(motion ->
                            !motion.movement().isEmpty() || motion.side() != null || motion.degrees() != null);
        }
    }

    private static final class TestRow implements RowFields.Row<Test> {
        private final TextField name;
        private final ComboBox<TestKind> kind;
        private final ComboBox<Side> side;
        private final TextField result;
        private final Div fields;

        TestRow(int number, Runnable changed) {
            name = HistoryFields.line("Test " + number, IntakeExamination.MOST, changed);
            kind = choice("Kind of test " + number, TestKind.values(), TestKind::label, changed);
            side = choice("Side of test " + number, Side.values(), Side::label, changed);
            result = HistoryFields.line("Result of test " + number, IntakeExamination.MOST, changed);
            fields = Ui.div("scales", name, kind, side, result);
            name.addValueChangeListener(e -> askForKind());
            kind.addValueChangeListener(e -> askForKind());
        }

        @Override
        public Component fields() {
            return fields;
        }

        @Override
        public Focusable<?> first() {
            return name;
        }

        @Override
        public void show(Test test) {
            name.setValue(test.name());
            kind.setValue(test.kind());
            side.setValue(test.side());
            result.setValue(test.result());
        }

        /** A test counts as one of the nerves only where its author says so. */
        private void askForKind() {
            kind.setHelperText(name.isEmpty() || !kind.isEmpty() ? "" : "Until chosen, no neurological test");
        }

        @Override
        public Optional<Test> read() {
            return Optional.of(new Test(name.getValue(), kind.getValue(), side.getValue(), result.getValue()))
                    .filter(test -> !test.name().isEmpty()
                            || test.kind() != null
                            || test.side() != null
                            || !test.result().isEmpty());
        }
    }
}
