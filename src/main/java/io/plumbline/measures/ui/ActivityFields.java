package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One to five activities of the patient's own, each rated; a follow-up shows those that were rated before. */
final class ActivityFields implements AnswerFields {
    private static final int MOST = 5;
    private static final int LONGEST = 120;

    private final OutcomeMeasure measure;
    private final List<Row> rows;
    private final Component content;

    /**
     * Creates the fields.
     *
     * @param before the activities that were rated before, in their order
     */
    ActivityFields(OutcomeMeasure measure, AskedAbout what, List<String> before) {
        this.measure = measure;
        rows = IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> new Row(number, measure))
                .toList();
        var list = Ui.div("stack-2", Ui.text("muted", measure.promptAbout(what)));
        rows.forEach(row -> list.add(row.content()));
        content = list;
        for (int i = 0; i < Math.min(MOST, before.size()); i++) {
            rows.get(i).name.setValue(before.get(i));
        }
        rows.forEach(row -> row.name.addValueChangeListener(e -> showAsManyAsNeeded()));
        showAsManyAsNeeded();
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public boolean isTyped() {
        return rows.stream().anyMatch(row -> !row.rating.isEmpty());
    }

    @Override
    public Optional<MeasureAnswers> read(FormErrors errors) {
        if (!isTyped()) {
            return Optional.empty();
        }
        var rated = new LinkedHashMap<String, Integer>();
        var isWrong = false;
        for (var row : rows) {
            var isNamed = !row.name.getValue().isBlank();
            isWrong |= errors.refuse(row.name, !isNamed && !row.rating.isEmpty(), "Name the activity that is rated");
            if (isNamed && !row.rating.isEmpty()) {
                isWrong |= errors.refuse(
                        row.name,
                        rated.put(row.name.getValue().strip(), row.rating.getValue()) != null,
                        "This activity is named twice");
            }
        }
        if (isWrong) {
            return Optional.empty();
        }
        var answers = MeasureAnswers.activities(rated);
        try {
            measure.score(answers);
            return Optional.of(answers);
        } catch (Refused impossible) {
            errors.refuse(rows.getFirst().name, true, impossible.sentence());
            return Optional.empty();
        }
    }

    @Override
    public void show(MeasureAnswers answers) {
        for (int i = 0; i < Math.min(MOST, answers.items().size()); i++) {
            var item = answers.items().get(i);
            rows.get(i).name.setValue(item.item());
            rows.get(i).rating.setValue(item.value().intValue());
        }
        showAsManyAsNeeded();
    }

    /** Closes the activities that were rated on the chosen day: they count already, and the others stay open. */
    void closeRated(List<String> onThatDay) {
        for (var row : rows) {
            var isRated = onThatDay.stream().anyMatch(row.name.getValue().strip()::equalsIgnoreCase);
            row.name.setReadOnly(isRated);
            row.name.setHelperText(isRated ? "Rated on that day. To change it, correct the score" : "");
            row.rating.setEnabled(!isRated);
            if (isRated) {
                row.rating.clear();
            }
        }
    }

    private void showAsManyAsNeeded() {
        for (int i = 1; i < MOST; i++) {
            rows.get(i)
                    .content()
                    .setVisible(
                            !rows.get(i - 1).name.isEmpty() || !rows.get(i).name.isEmpty());
        }
    }

    /** An activity and its rating. */
    private record Row(TextField name, Scale rating, Component content) {
        Row(int number, OutcomeMeasure measure) {
            this(
                    new TextField("Activity " + number),
                    new Scale(
                            "Activity " + number + ": 0 cannot do it, 10 as before",
                            measure.lowest(),
                            measure.highest()));
        }

        private Row(TextField name, Scale rating) {
            this(name, rating, Ui.div("scales", name, rating));
            name.setMaxLength(LONGEST);
            name.setValueChangeMode(ValueChangeMode.LAZY);
        }
    }
}
