package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagFinding;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.RequiredFields;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The safety re-check of a session note: the new finding, and the flag raised from it at once. */
class SafetyFields extends Composite<Div> {
    private final RadioButtonGroup<SafetyRecheck> recheck = new RadioButtonGroup<>("Safety re-check");
    private final Select<ScreeningRules.Rule> found = new Select<>();
    private final Button raise = new Button("Raise now");
    private final UnorderedList findings = new UnorderedList();
    private final ScreeningRules rules;
    private Map<String, String> raised = Map.of();

    /**
     * @param changed called when a field changes
     * @param raiser raises the flag of a new finding without waiting for the signature; returns whether it was open already
     */
    SafetyFields(ScreeningRules rules, Runnable changed, BooleanSupplier raiser) {
        this.rules = rules;
        recheck.addClassNames("choices", "seg-words", "label-beside");
        recheck.setItems(SafetyRecheck.values());
        recheck.setItemLabelGenerator(SafetyRecheck::label);
        recheck.setHelperText("Ask again about: numbness between the legs, bladder or bowel, weak legs, fever, a fall");
        Keys.on(recheck, "s", "Go to the safety re-check");
        Keys.named(getContent(), "First letter", "In a row of choices: choose, such as N for No change");
        recheck.addValueChangeListener(e -> changed.run());
        found.setLabel("What is new");
        found.setItems(rules.raisable());
        found.setItemLabelGenerator(rule -> rule == null ? "" : rule.words() + " " + label(rule));
        found.setPlaceholder("Choose");
        found.setWidthFull();
        found.addValueChangeListener(e -> {
            showWhetherRaised();
            changed.run();
        });
        raise.addClickListener(e -> {
            // showRaised reports a raised flag; another note may have raised it first
            if (raiser.getAsBoolean()) {
                raise.setText("Already open");
                raise.setEnabled(false);
            }
        });
        getContent().addClassName("safety");
        findings.addClassName("stack-1");
        findings.getElement().setAttribute("aria-label", "Raised from this note");
        findings.setVisible(false);
        getContent().add(recheck, findings, found, raise);
    }

    void show(@Nullable SafetyRecheck answer, @Nullable String rule) {
        recheck.setValue(raised.isEmpty() ? answer : SafetyRecheck.YES);
        var chosen = rule == null ? null : rules.rule(rule).orElse(null);
        if (chosen != null && !rules.raisable().contains(chosen)) {
            // from an earlier version of the screen
            found.setItems(
                    Stream.concat(Stream.of(chosen), rules.raisable().stream()).toList());
        }
        found.setValue(chosen);
        showWhatIsAsked();
    }

    /** Returns when the red flags that a note found were raised, by screening rule. */
    static Map<String, String> timesRaised(List<FlagDetails> flags, NoteId note, ZoneId zone) {
        return flags.stream()
                .map(FlagDetails::found)
                .filter(found -> note.asClinicalNote().equals(found.note()))
                .collect(Collectors.toMap(
                        FlagFinding::rule,
                        found -> Dates.time(LocalTime.ofInstant(found.at(), zone)),
                        (later, earlier) -> later));
    }

    /**
     * Shows the flags raised from this note: something is new, whatever is chosen later.
     *
     * @param times when, by screening rule
     */
    void showRaised(Map<String, String> times) {
        raised = Map.copyOf(times);
        if (!raised.isEmpty()) {
            recheck.setReadOnly(true);
            recheck.setHelperText("A red flag was raised from this note: something is new");
            recheck.setValue(SafetyRecheck.YES);
        }
        // every raised finding stays visible, even after another one is chosen
        findings.removeAll();
        raised.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(one -> new ListItem("Raised " + one.getValue() + ": "
                        + rules.rule(one.getKey())
                                .map(ScreeningRules.Rule::flag)
                                .orElse(one.getKey())))
                .forEach(findings::add);
        findings.setVisible(!raised.isEmpty());
        showWhetherRaised();
    }

    void showWhatIsAsked() {
        var isNew = recheck.getValue() == SafetyRecheck.YES;
        found.setVisible(isNew);
        var rule = found.getValue();
        found.setHelperText(
                rule == null || rule.level() == null ? "" : rule.level().action());
        raise.setVisible(isNew && rule != null);
    }

    private static String label(ScreeningRules.Rule rule) {
        return rule.level() == null ? "" : rule.level().fullLabel();
    }

    private void showWhetherRaised() {
        var rule = found.getValue();
        var at = rule == null ? null : raised.get(rule.id());
        raise.setText(at == null ? "Raise now" : "Raised " + at);
        raise.setEnabled(at == null);
    }

    @Nullable
    SafetyRecheck answer() {
        return recheck.getValue();
    }

    /** Returns the rule of the new finding; null while none is chosen. */
    @Nullable
    String finding() {
        var rule = found.getValue();
        return recheck.getValue() == SafetyRecheck.YES && rule != null ? rule.id() : null;
    }

    void markWith(RequiredFields marks) {
        marks.of("the safety re-check", recheck);
        marks.of("what is new", found);
    }
}
