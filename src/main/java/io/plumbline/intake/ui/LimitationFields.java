package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.Limitation;
import io.plumbline.shared.ui.Scale;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Up to five activities that back pain makes difficult, from the common ones or in the patient's own words, each rated.
 */
class LimitationFields extends Composite<Div> {
    private static final int MOST = 5;

    private final List<Row> rows;

    LimitationFields(List<IntakeVocabulary.Term> usual, Runnable changed) {
        var names = usual.stream().map(IntakeVocabulary.Term::name).toList();
        rows = IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> new Row(number, names, changed))
                .toList();
        getContent().addClassName("stack-2");
        rows.forEach(getContent()::add);
    }

    void show(List<Limitation> limitations) {
        for (int i = 0; i < MOST; i++) {
            rows.get(i).show(i < limitations.size() ? limitations.get(i) : new Limitation("", null));
        }
        showAsManyAsNeeded();
    }

    List<Limitation> read() {
        return rows.stream()
                .map(Row::read)
                .filter(row -> !row.activity().isEmpty())
                .toList();
    }

    private void showAsManyAsNeeded() {
        for (int i = 1; i < MOST; i++) {
            rows.get(i)
                    .setVisible(!rows.get(i - 1).activity.isEmpty()
                            || !rows.get(i).activity.isEmpty());
        }
    }

    private final class Row extends Composite<Div> {
        private final ComboBox<String> activity;
        private final Scale ability;

        Row(int number, List<String> usual, Runnable changed) {
            ability = new Scale("Ability " + number + ", 0 cannot to 10 as before", 0, 10);
            activity = new ComboBox<>("Activity " + number);
            activity.setItems(usual);
            activity.setAllowCustomValue(true);
            activity.setClearButtonVisible(true);
            activity.addCustomValueSetListener(e -> activity.setValue(shortened(e.getDetail())));
            activity.addValueChangeListener(e -> {
                showAsManyAsNeeded();
                changed.run();
            });
            ability.addValueChangeListener(e -> changed.run());
            getContent().addClassNames("scales");
            getContent().add(activity, ability);
        }

        void show(Limitation limitation) {
            activity.setValue(limitation.activity().isEmpty() ? null : limitation.activity());
            ability.setValue(limitation.ability());
        }

        Limitation read() {
            return new Limitation(Objects.requireNonNullElse(activity.getValue(), ""), ability.getValue());
        }

        private static String shortened(String typed) {
            return typed.substring(0, Math.min(typed.length(), 120));
        }
    }
}
