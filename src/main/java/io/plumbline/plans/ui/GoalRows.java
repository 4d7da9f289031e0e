package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.measures.OutcomeMeasure.Direction;
import io.plumbline.plans.PlanGoal;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The goals of a plan: one row for each with its measure, baseline, target and due day. */
class GoalRows extends Composite<Div> {
    private static final int MOST = 6;
    private static final int LONGEST_NUMBER = 6;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}([.,][0-9])?");

    private final GoalScores scores;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = Ui.div("stack-0");
    private final Button add = new Button("Add a goal", Icon.PLUS.create(), e -> addAsLast());

    GoalRows(GoalScores scores, Runnable changed) {
        this.scores = scores;
        this.changed = changed;
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", add));
    }

    void show(List<PlanGoal> goals) {
        if (rows.stream().map(Row::read).toList().equals(goals)) {
            // keeps what is typed and no number or day yet
            return;
        }
        rows.clear();
        list.removeAll();
        goals.forEach(this::add);
    }

    List<PlanGoal> read() {
        return rows.stream().map(Row::read).toList();
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    @Nullable
    String wrong() {
        return rows.stream().flatMap(row -> row.wrong().stream()).findFirst().orElse(null);
    }

    void focusWrong() {
        rows.stream().filter(row -> row.wrong().isPresent()).findFirst().ifPresent(Row::focus);
    }

    /** Moves the goals that were due on the last day of the plan to its new last day. */
    void endMoved(LocalDate before, LocalDate now) {
        rows.stream().filter(row -> before.equals(row.dueOn.getValue())).forEach(row -> row.dueOn.setValue(now));
    }

    /** Marks what a goal still needs; returns whether there is no goal at all. */
    boolean refuseIncomplete(FormErrors errors) {
        rows.forEach(row -> row.refuseIncomplete(errors));
        if (rows.isEmpty()) {
            add.focus();
        }
        return rows.isEmpty();
    }

    private void addAsLast() {
        var there = read();
        scores.offered().stream()
                .filter(score -> there.stream().noneMatch(score::isOf))
                .findFirst()
                .ifPresent(score -> add(score.goal()));
        if (!rows.isEmpty()) {
            rows.getLast().score.focus();
        }
        changed.run();
    }

    private void add(PlanGoal goal) {
        var row = new Row(goal);
        rows.add(row);
        list.add(row);
        add.setEnabled(rows.size() < MOST);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row);
        add.setEnabled(true);
        add.focus();
        changed.run();
    }

    private final class Row extends Composite<Div> {
        private final Select<GoalScores.Score> score = new Select<>();
        private final TextField baseline = number("Baseline");
        private final DatePicker baselineOn = Days.field("Measured on");
        private final TextField target = number("Target");
        private final DatePicker dueOn = Days.field("Due by");

        /** What counts while a field holds something that cannot be read. */
        private PlanGoal good;

        Row(PlanGoal goal) {
            good = goal;
            score.setLabel("Goal");
            score.setItems(scores.offeredWith(goal));
            score.setItemLabelGenerator(GoalScores.Score::name);
            score.setValue(scores.scoreOf(goal));
            show(goal);
            score.addValueChangeListener(e -> choose(e.getValue()));
            List.of(baseline, target).forEach(field -> field.addValueChangeListener(e -> typed()));
            List.of(baselineOn, dueOn).forEach(field -> field.addValueChangeListener(e -> typed()));
            var remove = Ui.iconButton("Remove the goal " + scores.scoreOf(goal).name(), Icon.CROSS);
            remove.addClickListener(e -> remove(this));
            getContent().addClassNames("service-row", "goal-row");
            getContent().add(score, baseline, baselineOn, target, dueOn, remove);
        }

        private void show(PlanGoal goal) {
            baseline.setValue(DraftWords.number(goal.baseline()));
            baselineOn.setValue(goal.baselineOn());
            target.setValue(DraftWords.number(goal.target()));
            dueOn.setValue(goal.dueOn());
            target.setTooltipText(
                    scores.scoreOf(goal).measure().direction() == Direction.LOWER_IS_BETTER
                            ? "Lower is better"
                            : "Higher is better");
        }

        /** Another score has another baseline, so the target is cleared. */
        private void choose(GoalScores.Score chosen) {
            good = chosen.goal();
            show(good);
            changed.run();
        }

        private void typed() {
            mark(baseline);
            mark(target);
            good = new PlanGoal(
                    good.measure(),
                    good.activity(),
                    kept(baseline, good.baseline()),
                    kept(baselineOn, good.baselineOn()),
                    kept(target, good.target()),
                    kept(dueOn, good.dueOn()));
            changed.run();
        }

        private void mark(TextField field) {
            var isWrong = !field.getValue().isBlank() && parsed(field).isEmpty();
            field.setErrorMessage(isWrong ? range() : "");
            field.setInvalid(isWrong);
        }

        private @Nullable BigDecimal kept(TextField field, @Nullable BigDecimal before) {
            return field.isInvalid() ? before : parsed(field).orElse(null);
        }

        private static @Nullable LocalDate kept(DatePicker field, @Nullable LocalDate before) {
            return FormErrors.isRejected(field) ? before : field.getValue();
        }

        private Optional<BigDecimal> parsed(TextField field) {
            var typed = field.getValue().strip();
            return Optional.of(typed)
                    .filter(text -> NUMBER.matcher(text).matches())
                    .map(text -> new BigDecimal(text.replace(',', '.')))
                    .filter(number -> scores.scoreOf(good).holds(number));
        }

        private String range() {
            var measure = scores.scoreOf(good).measure();
            return "Enter a number from " + measure.lowest() + " to " + measure.highest();
        }

        PlanGoal read() {
            return good;
        }

        Optional<String> wrong() {
            var name = scores.scoreOf(good).name();
            if (baseline.isInvalid() || target.isInvalid()) {
                return Optional.of(name + ": " + range());
            }
            return FormErrors.isRejected(baselineOn) || FormErrors.isRejected(dueOn)
                    ? Optional.of(name + ": not a day")
                    : Optional.empty();
        }

        void focus() {
            (baseline.isInvalid() ? baseline : target).focus();
        }

        void refuseIncomplete(FormErrors errors) {
            errors.refuse(baseline, good.baseline() == null, range());
            errors.refuse(baselineOn, good.baselineOn() == null, "Choose the day of the baseline");
            errors.refuse(target, good.target() == null, range());
            errors.refuse(dueOn, good.dueOn() == null, "Choose the day by which the target is due");
        }

        private static TextField number(String label) {
            var field = new TextField(label);
            field.setMaxLength(LONGEST_NUMBER);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            return field;
        }
    }
}
