package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.plumbline.measures.OutcomeMeasure.Direction;
import io.plumbline.measures.ScoreChange;
import io.plumbline.plans.PlanGoal;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The goals of a plan: from the baseline to now, with the target. */
final class GoalCards {
    private GoalCards() {}

    static Component of(List<PlanGoal> goals, GoalScores scores, LocalDate today) {
        if (goals.isEmpty()) {
            return Ui.card("Goals", Ui.text("muted", "This plan was activated before goals were recorded."));
        }
        var list = Ui.div("stack-3");
        goals.forEach(goal -> list.add(goal(goal, scores.scoreOf(goal), today)));
        return Ui.card("Goals", list);
    }

    private static Div goal(PlanGoal goal, GoalScores.Score score, LocalDate today) {
        var values = score.course(goal);
        var now = values.isEmpty() ? null : values.getLast();
        var part = Ui.div("stack-1", Ui.text("strong", score.name()));
        var line = Ui.div(
                "cluster small",
                Ui.text("num", "Baseline " + words(goal.baseline()) + " · Target " + words(goal.target())));
        if (now != null && values.size() > 1) {
            line.add(Ui.text("num", "Now " + words(BigDecimal.valueOf(now.value())) + ", " + Dates.day(now.day())));
        } else {
            line.add(Ui.text("muted", "Not measured again yet"));
        }
        if (now != null && goal.target() != null) {
            var value = BigDecimal.valueOf(now.value());
            if (isWorse(goal, score, value)) {
                line.add(StatusBadge.warn("Worsening"));
            }
            line.add(badge(goal, score, value, today));
        }
        part.add(line);
        return part;
    }

    private static boolean isWorse(PlanGoal goal, GoalScores.Score score, BigDecimal now) {
        return goal.baseline() != null
                && ScoreChange.judge(
                                score.measure(),
                                goal.baseline(),
                                now,
                                goal.activity().isEmpty() ? 0 : 1)
                        .filter(change -> change.course() == ScoreChange.Course.WORSENING)
                        .isPresent();
    }

    private static StatusBadge badge(PlanGoal goal, GoalScores.Score score, BigDecimal now, LocalDate today) {
        var distance = now.compareTo(goal.target());
        var isReached = score.measure().direction() == Direction.LOWER_IS_BETTER ? distance <= 0 : distance >= 0;
        if (isReached) {
            return StatusBadge.ok("Reached");
        }
        if (goal.dueOn() == null) {
            return StatusBadge.neutral("Not reached");
        }
        return goal.dueOn().isBefore(today)
                ? StatusBadge.warn("Overdue since " + Dates.day(goal.dueOn()))
                : StatusBadge.neutral("Due " + Dates.dayAndYear(goal.dueOn()));
    }

    private static String words(@Nullable BigDecimal value) {
        return value == null ? "not recorded" : value.stripTrailingZeros().toPlainString();
    }
}
