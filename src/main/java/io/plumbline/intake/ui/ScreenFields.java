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

/** The red-flag screen: each question by the rules, and at once what a yes means. */
class ScreenFields extends Composite<Div> {
    private final ScreeningRules rules;
    private final Map<String, RadioButtonGroup<ScreeningAnswer>> answers = new LinkedHashMap<>();
    private final Div findings = Ui.div("stack-2");
    private final Runnable raise;

    /**
     * @param raise raises the flags of what was answered so far, without waiting for the signature
     */
    ScreenFields(ScreeningRules rules, Runnable changed, Runnable raise) {
        this.rules = rules;
        this.raise = raise;
        var questions = Ui.div("stack-0");
        for (var rule : rules.rules()) {
            var answer = new RadioButtonGroup<ScreeningAnswer>();
            answer.addClassName("choices");
            answer.setItems(ScreeningAnswer.values());
            answer.setItemLabelGenerator(ScreeningAnswer::word);
            answer.setValue(ScreeningAnswer.NOT_ASKED);
            answer.setAriaLabel(rule.question());
            answer.addValueChangeListener(e -> {
                showFindings();
                changed.run();
            });
            answers.put(rule.id(), answer);
            questions.add(Ui.div("question", Ui.text("", rule.question()), answer));
        }
        var rest = new Button("I asked all others: no", e -> answers.values().stream()
                .filter(answer -> answer.getValue() == ScreeningAnswer.NOT_ASKED)
                .forEach(answer -> answer.setValue(ScreeningAnswer.NO)));
        getContent().addClassName("stack-3");
        getContent().add(findings, questions, Ui.div("cluster", rest));
    }

    void show(Map<String, ScreeningAnswer> screen) {
        answers.forEach((rule, answer) -> answer.setValue(screen.getOrDefault(rule, ScreeningAnswer.NOT_ASKED)));
        showFindings();
    }

    Map<String, ScreeningAnswer> read() {
        var screen = new TreeMap<String, ScreeningAnswer>();
        answers.forEach((rule, answer) -> screen.put(rule, answer.getValue()));
        return screen;
    }

    private void showFindings() {
        findings.removeAll();
        for (var finding : rules.findings(read())) {
            var note = finding.rule().note();
            findings.add(Ui.alert(finding.rule().flag() + ": " + finding.level().label() + ". "
                    + finding.level().action() + (note == null ? "" : " " + note)));
        }
        if (findings.getComponentCount() > 0) {
            findings.add(Ui.div("cluster", new Button("Raise now", e -> raise.run())));
        }
    }
}
