package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.plumbline.phases.ExitCriteria;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanDraft;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What ends each phase of a plan and when the patient is re-evaluated in it, folded until somebody edits it. */
public class PhaseRows extends Composite<Div> {
    private final PhaseDefaults defaults;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();
    private final Set<PlanPhase> own = EnumSet.noneOf(PlanPhase.class);

    /** @param changed called after each change by the user */
    public PhaseRows(PhaseDefaults defaults, Runnable changed) {
        this.defaults = defaults;
        this.changed = changed;
        getContent().addClassName("stack-2");
        for (var phase : PlanPhase.values()) {
            rows.add(new Row(phase));
        }
        rows.forEach(row -> getContent().add(row.part));
    }

    /** Shows the rules of the phases in which services are planned. */
    public void show(PlanDraft draft) {
        own.clear();
        draft.phases().forEach(rules -> own.add(rules.phase()));
        rows.forEach(row -> row.show(defaults.rulesOf(row.phase, draft.phases())));
        offer(draft.plannedPhases());
    }

    /** Shows only the phases in which services are planned. */
    public void offer(Set<PlanPhase> planned) {
        rows.forEach(row -> row.part.setVisible(planned.contains(row.phase)));
    }

    /** Returns the rules that were shown as those of the plan, and those that differ from the usual ones. */
    public List<PhaseRules> read() {
        return rows.stream()
                .map(Row::read)
                .filter(rules ->
                        own.contains(rules.phase()) || !rules.equals(defaults.rulesOf(rules.phase(), List.of())))
                .toList();
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    public @Nullable String wrong() {
        return rows.stream()
                .flatMap(row -> row.numbers()
                        .filter(WholeNumber::isWrong)
                        .map(wrong -> row.phase.label() + ", " + wrong.words()))
                .findFirst()
                .orElse(null);
    }

    /** Moves the focus to the first invalid value. */
    public void focusWrong() {
        rows.forEach(
                row -> row.numbers().filter(WholeNumber::isWrong).findFirst().ifPresent(wrong -> {
                    row.part.setOpened(true);
                    wrong.field().focus();
                }));
    }

    private final class Row {
        private final PlanPhase phase;
        private final Details part = new Details();
        private final WholeNumber leastVisits = number("Minimum visits", 0, 60, false);
        private final WholeNumber mostVisits = number("Maximum visits", 1, 60, true);
        private final WholeNumber leastDays = number("Minimum days", 0, 730, false);
        private final WholeNumber mostDays = number("Maximum days", 1, 730, true);
        private final WholeNumber painAtMost = number("Pain on arrival at most", 0, 10, true);
        private final WholeNumber painVisits = number("On visits in a row", 1, 10, false);
        private final WholeNumber functionGain = number("Function better by points", 1, 10, true);
        private final Checkbox improved = new Checkbox("A goal has improved by its published important change");
        private final Checkbox goalReached = new Checkbox("A goal has reached its target");
        private final Checkbox noOpenFlag = new Checkbox("No red flag is open");
        private final Checkbox reevaluated = new Checkbox("Re-evaluated in this phase");
        private final WholeNumber reevaluateVisits = number("Re-evaluate after visits", 1, 60, false);
        private final WholeNumber reevaluateDays = number("Or after days", 1, 730, false);

        Row(PlanPhase phase) {
            this.phase = phase;
            numbers().forEach(number -> number.field().addValueChangeListener(e -> changed()));
            checks().forEach(check -> check.addValueChangeListener(e -> changed()));
            var body = Ui.div(
                    "stack-2",
                    Ui.text("strong", "Ends when all of this is true"),
                    Ui.div("phase-row", painAtMost.field(), painVisits.field(), functionGain.field()),
                    Ui.div("stack-0", improved, goalReached, noOpenFlag, reevaluated),
                    Ui.text("strong", "Length and re-evaluation"),
                    Ui.div("phase-row", leastVisits.field(), mostVisits.field(), leastDays.field(), mostDays.field()),
                    Ui.div("phase-row", reevaluateVisits.field(), reevaluateDays.field()));
            body.getElement().setAttribute("role", "group").setAttribute("aria-label", phase.label());
            part.add(body);
        }

        private void changed() {
            part.setSummaryText(words());
            changed.run();
        }

        private Stream<WholeNumber> numbers() {
            return Stream.of(
                    leastVisits,
                    mostVisits,
                    leastDays,
                    mostDays,
                    painAtMost,
                    painVisits,
                    functionGain,
                    reevaluateVisits,
                    reevaluateDays);
        }

        private Stream<Checkbox> checks() {
            return Stream.of(improved, goalReached, noOpenFlag, reevaluated);
        }

        private String words() {
            return phase.label() + " ends when: " + PhaseWords.exit(exit());
        }

        void show(PhaseRules rules) {
            leastVisits.show(rules.leastVisits());
            mostVisits.show(rules.mostVisits());
            leastDays.show(rules.leastDays());
            mostDays.show(rules.mostDays());
            painAtMost.show(rules.exit().painAtMost());
            painVisits.show(rules.exit().painVisits());
            functionGain.show(rules.exit().functionGain());
            improved.setValue(rules.exit().improved());
            goalReached.setValue(rules.exit().goalReached());
            noOpenFlag.setValue(rules.exit().noOpenFlag());
            reevaluated.setValue(rules.exit().reevaluated());
            reevaluateVisits.show(rules.reevaluateVisits());
            reevaluateDays.show(rules.reevaluateDays());
            part.setSummaryText(words());
        }

        private ExitCriteria exit() {
            return new ExitCriteria(
                    painAtMost.value(),
                    Objects.requireNonNullElse(painVisits.value(), 1),
                    functionGain.value(),
                    improved.getValue(),
                    goalReached.getValue(),
                    noOpenFlag.getValue(),
                    reevaluated.getValue());
        }

        PhaseRules read() {
            return new PhaseRules(
                    phase,
                    Objects.requireNonNull(leastVisits.value()),
                    mostVisits.value(),
                    Objects.requireNonNull(leastDays.value()),
                    mostDays.value(),
                    exit(),
                    Objects.requireNonNull(reevaluateVisits.value()),
                    Objects.requireNonNull(reevaluateDays.value()));
        }

        private static WholeNumber number(String label, int least, int most, boolean isOptional) {
            return new WholeNumber(
                    label,
                    least,
                    most,
                    1,
                    isOptional,
                    least + " to " + most + ", a whole number" + (isOptional ? ", or empty" : ""));
        }
    }
}
