package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import io.plumbline.plans.PlanDraft;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.PlannedService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many visits of each service the patient had before the plan was written, folded while there are none. */
class CarriedOverRows extends Composite<Details> {
    private static final String RANGE = "1 to " + CarriedOver.MOST + ", or empty if there were none";

    private final Map<AppointmentType, WholeNumber> numbers = new EnumMap<>(AppointmentType.class);

    /** @param changed called after each change by the user */
    CarriedOverRows(Runnable changed) {
        var fields = Ui.div("cluster");
        for (var service : AppointmentType.treatments()) {
            var number = new WholeNumber(service.label(), 1, CarriedOver.MOST, 1, true, RANGE);
            number.field().addValueChangeListener(e -> {
                summarize();
                changed.run();
            });
            numbers.put(service, number);
            fields.add(number.field());
        }
        var body = Ui.div(
                "stack-2",
                Ui.text(
                        "muted",
                        "Did care begin before this plan was written? Start the plan on the day of the first visit, and"
                                + " enter how many visits the patient has had. They count as delivered, without notes."),
                fields);
        body.getElement().setAttribute("role", "group").setAttribute("aria-label", "Visits carried over");
        getContent().add(body);
    }

    /** Shows what a draft carries over. */
    void show(PlanDraft draft) {
        var carried = draft.carriedOver().stream().collect(Collectors.toMap(CarriedOver::service, CarriedOver::visits));
        numbers.forEach((service, number) -> number.show(carried.get(service)));
        offer(draft.services());
        if (!carried.isEmpty()) {
            getContent().setOpened(true);
        }
        summarize();
    }

    /** Shows the services that are planned, and those of which visits are carried over. */
    void offer(List<PlannedService> planned) {
        numbers.forEach((service, number) -> number.field()
                .setVisible(planned.stream().anyMatch(line -> line.service() == service)
                        || !number.field().isEmpty()));
    }

    List<CarriedOver> read() {
        return numbers.entrySet().stream()
                .flatMap(row ->
                        Stream.ofNullable(row.getValue().value()).map(visits -> new CarriedOver(row.getKey(), visits)))
                .toList();
    }

    private void summarize() {
        var sum = numbers.values().stream()
                .map(WholeNumber::value)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        getContent()
                .setSummaryText("Carried over: " + (sum == 0 ? "no visits" : sum + (sum == 1 ? " visit" : " visits")));
    }

    /** Returns in words which typed value is invalid and was not applied; null if all are valid. */
    @Nullable
    String wrong() {
        return numbers.values().stream()
                .filter(WholeNumber::isWrong)
                .map(number -> "Carried over, " + number.words())
                .findFirst()
                .orElse(null);
    }

    /** Moves the focus to the first invalid value. */
    void focusWrong() {
        numbers.values().stream().filter(WholeNumber::isWrong).findFirst().ifPresent(number -> {
            getContent().setOpened(true);
            number.field().focus();
        });
    }
}
