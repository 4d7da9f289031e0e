package io.plumbline.plans.ui.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.summary.PlanBeside;
import io.plumbline.plans.summary.PlanSummary;
import io.plumbline.plans.summary.PlanSummaryService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Bar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The running plan beside a note: how far it is and should be, what is to decide, its factors and its goals. */
@org.springframework.stereotype.Component
class PlanSummaryParts implements PlanBeside {
    private final PlanSummaryService plans;
    private final IntakeVocabulary vocabulary;
    private final OutcomeMeasures measures;

    PlanSummaryParts(PlanSummaryService plans, IntakeVocabulary vocabulary, OutcomeMeasures measures) {
        this.plans = plans;
        this.vocabulary = vocabulary;
        this.measures = measures;
    }

    @Override
    public List<Component> of(PatientDetails opened, List<MeasureHistory> scores, LocalDate today) {
        return plans.find(opened, today)
                .map(plan -> Stream.of(progress(plan, today), factors(plan), goals(plan, scores))
                        .filter(Objects::nonNull)
                        .toList())
                .orElseGet(() -> List.of(Ui.railPart("Plan", Ui.text("muted", "No active plan"))));
    }

    private static Component progress(PlanSummary plan, LocalDate today) {
        var link = new Anchor(Routes.plan(plan.id()), plan.title());
        link.addClassName("event-link");
        var part = Ui.railPart("Plan", link);
        if (plan.isWorse()) {
            part.add(Ui.hold("Worse: no thrust, no deep pressure before the examination"));
        }
        if (plan.status() == PlanStatus.ON_HOLD) {
            part.add(new StatusBadge(
                    StatusBadge.Tone.NEUTRAL, Icon.PAUSE, plan.status().label()));
        } else {
            part.add(new Bar("Visits", plan.delivered(), plan.planned())
                    .withTick("should be here by today", plan.expected())
                    .draw());
        }
        if (plan.phase() != null) {
            part.add(Ui.text(
                    "",
                    plan.phase().label() + " phase"
                            + (plan.phaseSince() == null ? "" : " since " + Dates.day(plan.phaseSince()))));
        }
        if (plan.proposed() != null) {
            part.add(StatusBadge.info(
                    "Step to decide: " + plan.proposed().label().toLowerCase(Locale.ROOT)));
        }
        if (plan.isReevaluationDue(today)) {
            part.add(StatusBadge.warn("Re-evaluation due"));
        }
        if (plan.review() != null) {
            part.add(StatusBadge.warn(plan.review().label()));
        }
        return part;
    }

    private @Nullable Component factors(PlanSummary plan) {
        var open = plan.factors().stream()
                .filter(factor -> factor.status() != PlanFactor.Status.RESOLVED)
                .toList();
        if (open.isEmpty()) {
            return null;
        }
        var list = new UnorderedList();
        list.addClassName("fact-list");
        open.forEach(factor -> list.add(new ListItem(vocabulary.nameOf(factor.code())
                + (factor.status() == PlanFactor.Status.IMPROVING ? ", improving" : ""))));
        return Ui.railPart("Contributing factors", list);
    }

    private @Nullable Component goals(PlanSummary plan, List<MeasureHistory> scores) {
        if (plan.goals().isEmpty()) {
            return null;
        }
        var list = new UnorderedList();
        list.addClassName("fact-list");
        plan.goals().forEach(goal -> list.add(new ListItem(words(goal, scores))));
        return Ui.railPart("Goals", list);
    }

    private String words(PlanGoal goal, List<MeasureHistory> scores) {
        var history = scores.stream()
                .filter(one -> one.measure().code().equals(goal.measure()))
                .findFirst();
        var name = goal.activity().isEmpty() ? measures.require(goal.measure()).name() : goal.activity();
        var now = history.flatMap(one -> one.latest().result().valueOf(goal.activity()))
                .map(PlanSummaryParts::number)
                .orElse("not measured");
        return name + ": now " + now + ", target " + (goal.target() == null ? "not set" : number(goal.target()));
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
