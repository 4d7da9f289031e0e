package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.phases.PlanPhase;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The phases of a plan: one row for each service with its practitioner, frequency and number of visits. */
public class ServiceRows extends Composite<Div> {
    private static final int MOST = 12;
    private static final int MOST_VISITS = 60;
    private static final String RANGE = "1 to " + MOST_VISITS + " visits, a whole number";

    private final List<PractitionerLabel> practitioners;
    private final boolean isTemplate;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = Ui.div("stack-0");
    private final Button add = new Button("Add a service", Icon.PLUS.create(), e -> addAsLast());

    ServiceRows(List<PractitionerLabel> practitioners, Runnable changed) {
        this(practitioners, false, changed);
    }

    /**
     * Creates the rows of a template, which names no practitioners.
     *
     * @param changed called after each change by the user
     */
    public static ServiceRows ofTemplate(Runnable changed) {
        return new ServiceRows(List.of(), true, changed);
    }

    private ServiceRows(List<PractitionerLabel> practitioners, boolean isTemplate, Runnable changed) {
        this.practitioners = practitioners;
        this.isTemplate = isTemplate;
        this.changed = changed;
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", add));
    }

    /** Shows the services of a plan. */
    public void show(List<PlannedService> services) {
        rows.clear();
        list.removeAll();
        services.forEach(this::add);
    }

    /** Returns what is typed; where a number is invalid, what counted before. */
    public List<PlannedService> read() {
        return rows.stream().map(Row::read).toList();
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    public @Nullable String wrong() {
        return rows.stream()
                .filter(row -> row.howMany.isWrong())
                .map(Row::words)
                .findFirst()
                .orElse(null);
    }

    /** Moves the focus to the first invalid value. */
    public void focusWrong() {
        rows.stream().filter(row -> row.howMany.isWrong()).findFirst().ifPresent(row -> row.howMany
                .field()
                .focus());
    }

    /** Marks each row without a practitioner; returns in words what is missing, empty if nothing. */
    String refuseMissing(FormErrors wrong) {
        return rows.stream()
                .filter(row -> wrong.refuse(row.practitioner, row.practitioner.isEmpty(), "Choose a practitioner"))
                .map(Row::whoGivesIt)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void addAsLast() {
        var there = read();
        var like = there.isEmpty()
                ? new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.WEEKLY, 4)
                : there.getLast();
        Stream.concat(Stream.of(like.phase()), Arrays.stream(PlanPhase.values()))
                .flatMap(phase -> AppointmentType.treatments().stream()
                        .map(treatment -> new PlannedService(phase, treatment, null, like.frequency(), like.visits())))
                .filter(line -> there.stream()
                        .noneMatch(other -> other.phase() == line.phase() && other.service() == line.service()))
                .findFirst()
                .ifPresent(this::add);
        rows.getLast().phase.focus();
        changed.run();
    }

    private void add(PlannedService service) {
        var row = new Row(service);
        rows.add(row);
        list.add(row);
        add.setEnabled(rows.size() < MOST);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row);
        add.setEnabled(true);
        add.focus();
        changed.run();
    }

    private final class Row extends Composite<Div> {
        private final Select<PlanPhase> phase = choice("Phase", List.of(PlanPhase.values()), PlanPhase::label);
        private final Select<AppointmentType> service =
                choice("Service", AppointmentType.treatments(), AppointmentType::label);
        private final Select<PractitionerLabel> practitioner =
                choice("Practitioner", List.of(), PractitionerLabel::name);
        private final Select<Frequency> frequency = choice("How often", List.of(Frequency.values()), Frequency::label);
        private final WholeNumber howMany = new WholeNumber("Visits", 1, MOST_VISITS, 1, false, RANGE);

        Row(PlannedService planned) {
            phase.setValue(planned.phase());
            service.setValue(planned.service());
            practitioner.setPlaceholder("Choose");
            practitioner.setItems(whoGive(planned.service()));
            practitioner.setValue(labelOf(planned));
            practitioner.addValueChangeListener(e -> practitioner.setInvalid(false));
            service.addValueChangeListener(e -> practitioner.setItems(whoGive(e.getValue())));
            frequency.setValue(planned.frequency());
            howMany.show(planned.visits());
            List.of(phase, service, practitioner, frequency)
                    .forEach(field -> field.addValueChangeListener(e -> changed.run()));
            howMany.field().addValueChangeListener(e -> changed.run());
            var remove = Ui.iconButton(
                    "Remove " + planned.phase().label() + ", "
                            + planned.service().label(),
                    Icon.CROSS);
            remove.addClickListener(e -> remove(this));
            getContent().addClassName("service-row");
            practitioner.setVisible(!isTemplate);
            getContent().add(phase, service, practitioner, frequency, howMany.field(), remove);
        }

        private @Nullable PractitionerLabel labelOf(PlannedService planned) {
            return whoGive(planned.service()).stream()
                    .filter(label -> label.id().equals(planned.practitionerId()))
                    .findFirst()
                    .orElse(null);
        }

        private List<PractitionerLabel> whoGive(AppointmentType treatment) {
            return practitioners.stream()
                    .filter(label -> label.disciplines().contains(treatment.discipline()))
                    .toList();
        }

        PlannedService read() {
            return new PlannedService(
                    Objects.requireNonNull(phase.getValue()),
                    Objects.requireNonNull(service.getValue()),
                    practitioner.getValue() == null
                            ? null
                            : practitioner.getValue().id(),
                    Objects.requireNonNull(frequency.getValue()),
                    Objects.requireNonNull(howMany.value()));
        }

        String whoGivesIt() {
            return "who provides the " + service.getValue().label().toLowerCase(Locale.ROOT) + " of the phase "
                    + phase.getValue().label().toLowerCase(Locale.ROOT);
        }

        String words() {
            return phase.getValue().label() + ", " + service.getValue().label() + ": " + RANGE;
        }

        private static <T> Select<T> choice(String label, List<T> items, ItemLabelGenerator<T> words) {
            var select = new Select<T>();
            select.setLabel(label);
            select.setItems(items);
            select.setItemLabelGenerator(words);
            return select;
        }
    }
}
