package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.plans.PlanFactor;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contributing factors of a plan: one row for each with the services, the exercise and the advice for it. */
class FactorRows extends Composite<Div> {
    private static final int LONGEST = 120;

    private final IntakeVocabulary vocabulary;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = Ui.div("stack-0");
    private final Div uncovered = Ui.div("stack-1");
    private final ComboBox<IntakeVocabulary.Term> add = new ComboBox<>("Add a contributing factor");
    private Set<AppointmentType> services = Set.of();

    FactorRows(IntakeVocabulary vocabulary, Runnable changed) {
        this.vocabulary = vocabulary;
        this.changed = changed;
        add.setItemLabelGenerator(IntakeVocabulary.Term::name);
        add.setWidth("min(360px, 100%)");
        add.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                var code = e.getValue().code();
                add.clear();
                add(PlanFactor.open(code));
                rows.getLast().exercise.focus();
                tell();
            }
        });
        getContent().addClassName("stack-3");
        getContent().add(list, uncovered, add);
    }

    /** Shows the factors; each can be addressed by a service that is planned. */
    void show(List<PlanFactor> factors, Set<AppointmentType> planned) {
        if (!read().equals(factors)) {
            rows.clear();
            list.removeAll();
            factors.forEach(this::add);
        }
        offer(planned);
    }

    /** Offers the services that are planned; a service that was chosen before stays. */
    void offer(Set<AppointmentType> planned) {
        services = planned;
        rows.forEach(Row::offer);
        addable();
        showUncovered();
    }

    List<PlanFactor> read() {
        return rows.stream().map(Row::read).toList();
    }

    private void add(PlanFactor factor) {
        var row = new Row(factor);
        rows.add(row);
        list.add(row);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row);
        add.focus();
        tell();
    }

    private void tell() {
        addable();
        showUncovered();
        changed.run();
    }

    private void addable() {
        var there = read().stream().map(PlanFactor::code).collect(Collectors.toSet());
        add.setItems(vocabulary.choices(Set.of()).stream()
                .filter(term -> !there.contains(term.code()))
                .toList());
    }

    private void showUncovered() {
        uncovered.removeAll();
        FactorCards.uncovered(read(), services, vocabulary).forEach(uncovered::add);
    }

    private final class Row extends Composite<Div> {
        private final PlanFactor shown;
        private final CheckboxGroup<AppointmentType> by = new CheckboxGroup<>("Addressed by");
        private final TextField exercise = text("Exercise");
        private final TextField advice = text("Advice");
        private List<AppointmentType> offered = List.of();
        private boolean isOffering;

        Row(PlanFactor factor) {
            shown = factor;
            by.setItemLabelGenerator(AppointmentType::label);
            by.addClassName("picks");
            offer();
            exercise.setValue(factor.exercise());
            advice.setValue(factor.advice());
            by.addValueChangeListener(e -> {
                if (!isOffering) {
                    tell();
                }
            });
            List.of(exercise, advice).forEach(field -> field.addValueChangeListener(e -> tell()));
            var name = vocabulary.nameOf(factor.code());
            var remove = Ui.iconButton("Remove the factor " + name, Icon.CROSS);
            remove.addClickListener(e -> remove(this));
            by.setAriaLabel("Services that address " + name);
            getContent().addClassNames("service-row", "factor-row");
            getContent().add(Ui.text("strong", name), by, exercise, advice, remove);
        }

        private void offer() {
            var chosen = offered.isEmpty() ? shown.services() : by.getValue();
            var now = Stream.concat(services.stream(), chosen.stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (!now.equals(offered)) {
                offered = now;
                // new choices clear the field
                isOffering = true;
                by.setItems(now);
                by.setValue(chosen);
                isOffering = false;
            }
        }

        PlanFactor read() {
            return new PlanFactor(shown.code(), shown.status(), by.getValue(), exercise.getValue(), advice.getValue());
        }

        private static TextField text(String label) {
            var field = new TextField(label);
            field.setMaxLength(LONGEST);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            return field;
        }
    }
}
