package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeScope;
import io.plumbline.intake.progress.IntakeProgress;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.ContraindicationRules.Proposal;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contraindications that history, screen and age propose, each to be confirmed or denied with a reason, and others
 * that the clinician adds.
 */
class ContraindicationFields extends Composite<Div> {
    private final ContraindicationsAsked asked;
    private final Runnable changed;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Div shown = Ui.div("stack-0");
    private final ComboBox<Contraindication> another = new ComboBox<>("Add another contraindication");

    ContraindicationFields(ContraindicationsAsked asked, Runnable changed) {
        this.asked = asked;
        this.changed = changed;
        another.setItemLabelGenerator(one -> one.name() + " (" + one.reach() + ")");
        another.setWidthFull();
        another.addValueChangeListener(e -> Optional.ofNullable(e.getValue()).ifPresent(this::add));
        getContent().addClassName("stack-3");
        getContent().add(shown, another);
    }

    void show(IntakeDraft draft) {
        rows.clear();
        var answers = draft.more().contraindications();
        propose(draft);
        answers.forEach((code, answer) -> {
            var row = rows.get(code);
            if (row != null) {
                row.show(answer);
            } else {
                asked.rules().find(code).ifPresent(one -> addRow(one, answer));
            }
        });
        showRows();
    }

    /** Shows what a draft proposes; rows that stay keep their answers. */
    void propose(IntakeDraft draft) {
        var proposals = asked.of(draft);
        var codes = proposals.stream()
                .map(proposal -> proposal.contraindication().code())
                .toList();
        var isChanged = rows.entrySet().removeIf(row -> !row.getValue().isAdded && !codes.contains(row.getKey()));
        for (var proposal : proposals) {
            var code = proposal.contraindication().code();
            var row = rows.get(code);
            if (row == null) {
                rows.put(code, new Row(proposal, false));
                isChanged = true;
            } else {
                row.because(proposal.because());
            }
        }
        if (isChanged) {
            showRows();
        }
    }

    SortedMap<String, ContraindicationAnswer> read() {
        var answers = new TreeMap<String, ContraindicationAnswer>();
        rows.forEach((code, row) -> row.read().ifPresent(answer -> answers.put(code, answer)));
        return answers;
    }

    IntakeProgress progress() {
        var answers = read();
        var done = answers.values().stream()
                .filter(ContraindicationAnswer::isComplete)
                .count();
        return new IntakeProgress((int) done, rows.size());
    }

    private void add(Contraindication one) {
        another.clear();
        addRow(one, null);
        showRows();
        changed.run();
    }

    private void addRow(Contraindication one, @Nullable ContraindicationAnswer answer) {
        var row = new Row(new Proposal(one, List.of("Added by hand")), true);
        rows.put(one.code(), row);
        if (answer != null) {
            row.show(answer);
        } else {
            row.confirm();
        }
    }

    private void showRows() {
        shown.removeAll();
        if (rows.isEmpty()) {
            shown.add(Ui.text("muted", "History, screen and age propose none. What else you know of, add here."));
        }
        rows.values().forEach(shown::add);
        another.setItems(asked.rules().contraindications().stream()
                .filter(one -> !rows.containsKey(one.code()))
                .toList());
    }

    private final class Row extends Composite<Div> {
        private final Contraindication one;
        private final boolean isAdded;
        private final Div reasons = Ui.div("stack-0");
        private final Div words;
        private final @Nullable DecisionFields decision;
        private @Nullable ContraindicationAnswer shown;

        Row(Proposal proposal, boolean isAdded) {
            one = proposal.contraindication();
            this.isAdded = isAdded;
            because(proposal.because());
            words = Ui.div("stack-0", Ui.text("strong", one.name()), Ui.text("muted small", one.reach()), reasons);
            getContent().addClassName("asked");
            decision = IntakeScope.mayDecide(one) ? new DecisionFields(one.name(), words, changed) : null;
            getContent().add(decision == null ? ofChiropractor(Decision.CHIROPRACTOR_TO_DECIDE) : decision);
            if (isAdded) {
                var remove = new Button("Remove", e -> remove());
                remove.addThemeName("small");
                remove.setAriaLabel("Remove: " + one.name());
                getContent().add(Ui.div("cluster", remove));
            }
        }

        /** Who adds a contraindication has found it. */
        void confirm() {
            if (decision != null) {
                decision.show(Decision.CONFIRMED, "");
            }
        }

        void because(List<String> because) {
            reasons.removeAll();
            because.forEach(words -> reasons.add(Ui.text("muted tiny", words)));
        }

        void show(ContraindicationAnswer answer) {
            if (decision == null) {
                shown = answer;
                getContent().removeAll();
                getContent().add(ofChiropractor(answer.decision()));
            } else if (answer.decision() != Decision.CHIROPRACTOR_TO_DECIDE
                    && asked.rules().isCurrent(one.code(), answer)) {
                decision.show(answer.decision(), answer.reason());
                shown = answer;
            } else {
                // one that was left open, or answered under other rules, is asked again and kept as it is until then
                shown = answer;
            }
        }

        Optional<ContraindicationAnswer> read() {
            if (decision == null) {
                return Optional.of(shown == null ? left() : shown);
            }
            return decision.read(asked.rules().version()).or(() -> Optional.ofNullable(shown));
        }

        private ContraindicationAnswer left() {
            return new ContraindicationAnswer(
                    one.name(),
                    Decision.CHIROPRACTOR_TO_DECIDE,
                    "",
                    asked.rules().version());
        }

        /** Shows what stands where the author may not decide; what a chiropractor decided in this draft can be left again. */
        private Div ofChiropractor(Decision decided) {
            var line = Ui.div("question", words, Ui.text("", decided.label()));
            if (decided == Decision.CHIROPRACTOR_TO_DECIDE) {
                return line;
            }
            var leave = new Button("Leave to a chiropractor", e -> {
                show(left());
                changed.run();
            });
            leave.addThemeName("small");
            leave.setAriaLabel("Leave to a chiropractor: " + one.name());
            return Ui.div(
                    "stack-2",
                    line,
                    Ui.text(
                            "muted small",
                            "A chiropractor decided this in the draft and signs it, or you leave it open before you sign."),
                    Ui.div("cluster", leave));
        }

        private void remove() {
            rows.remove(one.code());
            showRows();
            changed.run();
        }
    }
}
