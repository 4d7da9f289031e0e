package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The contributing factors: which, and of each chosen one its severity and status. */
class FactorFields extends Composite<Div> {
    private final CheckboxGroup<IntakeVocabulary.Term> factors = new CheckboxGroup<>();
    private final Div rows = Ui.div("stack-0");
    private final Map<String, Row> shown = new LinkedHashMap<>();
    private final IntakeVocabulary vocabulary;
    private final Runnable changed;

    FactorFields(IntakeVocabulary vocabulary, Runnable changed) {
        this.vocabulary = vocabulary;
        this.changed = changed;
        factors.addClassName("picks");
        factors.setAriaLabel("Contributing factors");
        factors.setItems(vocabulary.choices(Set.of()));
        factors.setItemLabelGenerator(IntakeVocabulary.Term::name);
        factors.addValueChangeListener(e -> {
            showRows();
            changed.run();
        });
        getContent().addClassName("stack-3");
        getContent().add(factors, rows);
    }

    void show(IntakeDraft draft) {
        factors.setItems(vocabulary.choices(draft.factors()));
        factors.setValue(draft.factors().stream().map(vocabulary::factor).collect(Collectors.toSet()));
        showRows();
        shown.forEach((code, row) -> row.show(draft.more().detailOf(code)));
    }

    Set<String> read() {
        return factors.getValue().stream()
                .filter(Objects::nonNull)
                .map(IntakeVocabulary.Term::code)
                .collect(Collectors.toSet());
    }

    /** Returns severity and status of the chosen factors. */
    SortedMap<String, FactorDetail> details() {
        var details = new TreeMap<String, FactorDetail>();
        shown.forEach((code, row) -> details.put(code, row.read()));
        return details;
    }

    /** Shows a row for each chosen factor, in the order of the choices; the rows that stay keep their values. */
    private void showRows() {
        var chosen = read();
        shown.keySet().retainAll(chosen);
        rows.removeAll();
        vocabulary.choices(chosen).stream()
                .filter(term -> chosen.contains(term.code()))
                .forEach(term -> rows.add(shown.computeIfAbsent(term.code(), code -> new Row(term.name(), changed))));
    }

    private static final class Row extends Composite<Div> {
        private final RadioButtonGroup<FactorDetail.Severity> severity = new RadioButtonGroup<>();
        private final RadioButtonGroup<FactorDetail.Status> status = new RadioButtonGroup<>();

        Row(String factor, Runnable changed) {
            severity.setItems(FactorDetail.Severity.values());
            severity.setItemLabelGenerator(FactorDetail.Severity::label);
            severity.setAriaLabel("Severity of: " + factor);
            severity.addValueChangeListener(e -> changed.run());
            status.setItems(FactorDetail.Status.values());
            status.setItemLabelGenerator(FactorDetail.Status::label);
            status.setAriaLabel("Status of: " + factor);
            status.addValueChangeListener(e -> changed.run());
            severity.addClassName("choices");
            status.addClassName("choices");
            getContent().addClassName("asked");
            getContent().add(Ui.text("strong", factor), Ui.div("scales", severity, status));
        }

        void show(FactorDetail detail) {
            severity.setValue(detail.severity());
            status.setValue(detail.status());
        }

        FactorDetail read() {
            return new FactorDetail(severity.getValue(), status.getValue());
        }
    }
}
