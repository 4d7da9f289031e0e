package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The exercises of a session, chosen by name from the library: taught or done, with dose and form check. */
public class ExerciseFields extends Composite<Div> implements HasStyle {
    private static final String TAUGHT = "Taught";
    private static final String DONE = "Done";

    private final ComboBox<ExerciseLabel> byName = new ComboBox<>("Add an exercise");
    private final Div list = new Div();
    private final List<Row> rows = new ArrayList<>();
    private final Runnable changed;
    private final boolean isPlanned;

    ExerciseFields(List<ExerciseLabel> library, Runnable changed) {
        this(library, changed, false);
    }

    /** @param isPlanned whether the exercises are planned with their doses: then none was taught or performed yet */
    public ExerciseFields(List<ExerciseLabel> library, Runnable changed, boolean isPlanned) {
        this.changed = changed;
        this.isPlanned = isPlanned;
        // one page holds the library, so that the browser filters it
        byName.setPageSize(Math.max(50, library.size()));
        byName.setItems(library);
        byName.setItemLabelGenerator(ExerciseLabel::name);
        byName.setPlaceholder("Add an exercise");
        byName.addClassName("label-hidden");
        // and the browser asks for that page before it is opened: typing and choosing never wait for the server
        byName.addAttachListener(e -> e.getUI().beforeClientResponse(byName, context -> byName.getElement()
                .executeJs("this.dataProvider({page: 0, pageSize: this.pageSize, filter: ''}, () => {})")));
        byName.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                byName.clear();
                add(e.getValue());
            }
        });
        list.addClassName("stack-2");
        getContent().addClassName("stack-2");
        getContent().add(list, byName);
    }

    /** Shows recorded exercises. */
    public void show(List<ExerciseRow> recorded) {
        if (recorded.equals(read())) {
            return;
        }
        rows.clear();
        list.removeAll();
        recorded.forEach(this::draw);
    }

    /** Returns the exercises that are chosen. */
    public List<ExerciseRow> read() {
        return rows.stream().map(Row::read).toList();
    }

    private void add(ExerciseLabel chosen) {
        var known =
                rows.stream().filter(row -> row.exercise.equals(chosen.id())).findFirst();
        if (known.isPresent()) {
            known.get().focus();
            return;
        }
        if (rows.size() == SessionDetails.MOST_ROWS) {
            byName.setErrorMessage("At most " + SessionDetails.MOST_ROWS + " exercises");
            byName.setInvalid(true);
            return;
        }
        var row = ExerciseRow.of(chosen.id(), chosen.name());
        draw(isPlanned ? row.planned() : row);
        changed.run();
    }

    private void draw(ExerciseRow recorded) {
        var row = new Row(recorded);
        rows.add(row);
        list.add(row);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row);
        byName.focus();
        changed.run();
    }

    void markWith(RequiredFields marks) {
        marks.of("an exercise", byName, () -> read().stream().noneMatch(ExerciseRow::isRecorded));
        markRowsWith(marks);
    }

    /** Marks the rows that say neither taught nor done; exercises are no requirement. */
    void markRowsWith(RequiredFields marks) {
        marks.ofEach(() -> rows, row -> "whether " + row.name + " was taught or done", row -> row.how, this::isOpen);
    }

    private boolean isOpen(Row row) {
        return rows.contains(row) && row.how.isEmpty();
    }

    /** Returns in words which number is invalid and was not applied; null if all are valid. */
    public @Nullable String wrong() {
        return wrongRow()
                .map(row -> row.name + ", " + row.wrongNumber().words())
                .findFirst()
                .orElse(null);
    }

    /** Focuses the invalid number. */
    public void focusWrong() {
        wrongRow().findFirst().ifPresent(row -> row.wrongNumber().field().focus());
    }

    private Stream<Row> wrongRow() {
        return rows.stream().filter(row -> row.numbers().anyMatch(WholeNumber::isWrong));
    }

    private final class Row extends Composite<Div> {
        private final ExerciseId exercise;
        private final String name;
        private final CheckboxGroup<String> how = new CheckboxGroup<>();
        private final WholeNumber sets = number("Sets", ExerciseRow.MOST_SETS, 1);
        private final WholeNumber repetitions = number("Repetitions", ExerciseRow.MOST_REPETITIONS, 1);
        private final WholeNumber hold = number("Hold (s)", ExerciseRow.LONGEST_HOLD, 5);
        private final TextField load = text("Load", 40);
        private final TextField formCheck = text("Form check", 200);

        Row(ExerciseRow recorded) {
            exercise = recorded.exercise();
            name = recorded.name();
            how.addClassName("picks");
            how.setAriaLabel(name);
            how.setItems(TAUGHT, DONE);
            var chosen = new HashSet<String>();
            if (recorded.taught()) {
                chosen.add(TAUGHT);
            }
            if (recorded.done()) {
                chosen.add(DONE);
            }
            how.setValue(chosen);
            sets.show(recorded.sets());
            repetitions.show(recorded.repetitions());
            hold.show(recorded.holdSeconds());
            load.setValue(recorded.load());
            formCheck.setValue(recorded.formCheck());
            how.addValueChangeListener(e -> changed.run());
            Stream.of(sets.field(), repetitions.field(), hold.field(), load, formCheck)
                    .forEach(field -> field.addValueChangeListener(e -> changed.run()));
            how.setVisible(!isPlanned);
            formCheck.setVisible(!isPlanned);
            var remove = Ui.iconButton("Remove " + name, Icon.CROSS);
            remove.addClickListener(e -> remove(this));
            getContent().addClassNames("note-row", "exercise-row");
            getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", name);
            getContent()
                    .add(
                            Ui.text("strong", name),
                            how,
                            Ui.div("doses", sets.field(), repetitions.field(), hold.field(), load, formCheck),
                            remove);
        }

        void focus() {
            sets.field().focus();
        }

        private Stream<WholeNumber> numbers() {
            return Stream.of(sets, repetitions, hold);
        }

        private WholeNumber wrongNumber() {
            return numbers().filter(WholeNumber::isWrong).findFirst().orElse(sets);
        }

        ExerciseRow read() {
            Set<String> chosen = how.getValue();
            return new ExerciseRow(
                    exercise,
                    name,
                    chosen.contains(TAUGHT),
                    chosen.contains(DONE),
                    sets.value(),
                    repetitions.value(),
                    hold.value(),
                    load.getValue(),
                    formCheck.getValue());
        }

        private static WholeNumber number(String label, int most, int step) {
            return new WholeNumber(label, 1, most, step, true, "1 to " + most + ", a whole number");
        }

        private static TextField text(String label, int most) {
            var field = new TextField(label);
            field.setMaxLength(most);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            return field;
        }
    }
}
