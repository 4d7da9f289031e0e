package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** The red-flag screen: the questions of the rules in their groups, each followed at once by what a yes means. */
class ScreenFields extends Composite<Div> {
    private static final List<Key> DIGITS = List.of(
            Key.DIGIT_1,
            Key.DIGIT_2,
            Key.DIGIT_3,
            Key.DIGIT_4,
            Key.DIGIT_5,
            Key.DIGIT_6,
            Key.DIGIT_7,
            Key.DIGIT_8,
            Key.DIGIT_9);

    private final ScreeningRules rules;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final IntSupplier raise;
    private final Runnable changed;
    private final Div earlier = Ui.div("stack-0");
    private int keys;

    /**
     * @param raise raises the flags of the answers given until now, without waiting for the signature; returns how many are new
     */
    ScreenFields(ScreeningRules rules, Runnable changed, IntSupplier raise) {
        this.rules = rules;
        this.raise = raise;
        this.changed = changed;
        getContent().addClassName("stack-5");
        rules.askedByGroup().forEach((name, asked) -> getContent().add(group(name, asked)));
        getContent().add(earlier);
    }

    private Div group(String name, List<ScreeningRules.Rule> asked) {
        var title = new H3(name);
        title.addClassName("heading");
        var group = Ui.div("stack-0", title);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", name);
        // a question that may lead to a hold is answered individually
        var others = new ArrayList<Question>();
        var alone = rules.mustBeAsked();
        for (var rule : asked) {
            var mustBeAsked = alone.contains(rule);
            var question = new Question(rule, mustBeAsked, changed);
            questions.put(rule.id(), question);
            group.add(question);
            if (!mustBeAsked) {
                others.add(question);
            }
        }
        if (!others.isEmpty()) {
            group.add(Ui.div("cluster asked", noToAll(name, others)));
        }
        return group;
    }

    /** A number answers no to a group while the focus is in the screen. */
    private Button noToAll(String group, List<Question> others) {
        var no = new Button("No to all of this group", e -> others.stream()
                .map(question -> question.answer)
                .filter(answer -> answer.getValue() == ScreeningAnswer.NOT_ASKED)
                .forEach(answer -> answer.setValue(ScreeningAnswer.NO)));
        no.setAriaLabel("No to all of this group: " + group);
        if (keys < DIGITS.size()) {
            var key = String.valueOf(keys + 1);
            no.addClickShortcut(DIGITS.get(keys)).listenOn(this);
            no.getElement().setAttribute("aria-keyshortcuts", key);
            no.setTooltipText(key);
            Keys.named(no, key, "In the red-flag screen: no to all of " + group);
            keys++;
        }
        return no;
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
