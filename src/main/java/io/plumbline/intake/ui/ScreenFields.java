package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** The red-flag screen: the questions of the rules, each followed at once by what a yes means. */
class ScreenFields extends Composite<Div> {
    private final ScreeningRules rules;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final IntSupplier raise;
    private final Runnable changed;
    private final Div earlier = Ui.div("stack-0");

    /**
     * @param raise raises the flags of the answers given until now, without waiting for the signature; returns how many are new
     */
    ScreenFields(ScreeningRules rules, Runnable changed, IntSupplier raise) {
        this.rules = rules;
        this.raise = raise;
        this.changed = changed;
        var list = Ui.div("stack-0");
        for (var rule : rules.asked()) {
            var question = new Question(rule, rules.mustBeAsked().contains(rule), changed);
            questions.put(rule.id(), question);
            list.add(question);
        }
        // a question that may lead to a hold is answered individually
        var rest = new Button("No to all other questions of level R and C", e -> questions.values().stream()
                .filter(question -> !question.mustBeAsked)
                .map(question -> question.answer)
                .filter(answer -> answer.getValue() == ScreeningAnswer.NOT_ASKED)
                .forEach(answer -> answer.setValue(ScreeningAnswer.NO)));
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", rest), earlier);
    }

    void show(Map<String, ScreeningAnswer> screen) {
        // answers under an earlier version of the screen stay, and count
        screen.keySet().stream()
                .filter(id -> !questions.containsKey(id))
                .flatMap(id -> rules.rule(id).filter(ScreeningRules.Rule::isAsked).stream())
                .forEach(rule -> {
                    var question = new Question(rule, true, changed);
                    questions.put(rule.id(), question);
                    earlier.add(question);
                });
        questions.forEach(
                (rule, question) -> question.answer.setValue(screen.getOrDefault(rule, ScreeningAnswer.NOT_ASKED)));
        showFindings();
    }

    Map<String, ScreeningAnswer> read() {
        var screen = new TreeMap<String, ScreeningAnswer>();
        questions.forEach((rule, question) -> screen.put(rule, question.answer.getValue()));
        return screen;
    }

    private void showFindings() {
        questions.values().forEach(question -> question.finding.removeAll());
        for (var finding : rules.findings(read())) {
            showAt(finding);
        }
    }

    /** Shows a finding below its question, or below the last yes if it follows from several. */
    private void showAt(ScreeningRules.Finding finding) {
        var rule = finding.rule();
        var at = questions.get(rule.id());
        var count = rule.count();
        if (at == null && count != null) {
            at = count.ids()
                    .map(questions::get)
                    .filter(question -> question != null && question.answer.getValue() == ScreeningAnswer.YES)
                    .reduce((first, last) -> last)
                    .orElse(null);
        }
        if (at != null) {
            at.show(finding);
        }
    }

    private final class Question extends Composite<Div> {
        private final RadioButtonGroup<ScreeningAnswer> answer = new RadioButtonGroup<>();
        private final Div finding = Ui.div("stack-2");
        private final boolean mustBeAsked;

        Question(ScreeningRules.Rule rule, boolean mustBeAsked, Runnable changed) {
            this.mustBeAsked = mustBeAsked;
            answer.addClassName("choices");
            answer.setItems(ScreeningAnswer.values());
            answer.setItemLabelGenerator(ScreeningAnswer::label);
            answer.setValue(ScreeningAnswer.NOT_ASKED);
            answer.setAriaLabel(rule.question());
            answer.addValueChangeListener(e -> {
                showFindings();
                changed.run();
            });
            var words = Ui.div("stack-0", Ui.text("", rule.question()));
            if (mustBeAsked) {
                words.add(Ui.text("muted tiny", "Asked before signing"));
            }
            getContent().addClassName("asked");
            getContent().add(Ui.div("question", words, answer), finding);
        }

        void show(ScreeningRules.Finding found) {
            var raiseNow = new Button("Raise now");
            raiseNow.setAriaLabel("Raise now: " + found.rule().flag());
            raiseNow.addClickListener(e -> {
                var isNew = raise.getAsInt() > 0;
                raiseNow.setText(isNew ? "Raised" : "Already open");
                raiseNow.setEnabled(false);
            });
            finding.add(Ui.alert(found.rule().flag() + ": " + found.level().fullLabel() + ". "
                    + found.level().action()));
            finding.add(Ui.div("cluster", raiseNow));
        }
    }
}
