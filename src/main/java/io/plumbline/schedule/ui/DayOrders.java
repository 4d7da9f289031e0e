package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.patients.DeskOrders;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.Calendar;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The open checkout orders of the patients of a day, for the desk.
 *
 * @param counts by patient, without those who have none
 */
record DayOrders(Map<PatientId, Integer> counts) {
    static final DayOrders NONE = new DayOrders(Map.of());

    static DayOrders of(DeskOrders orders, ClinicId clinic, Calendar calendar) {
        var patients = calendar.columns().stream()
                .flatMap(column -> calendar.days().stream().flatMap(day -> column.on(day.on()).stream()))
                .map(AppointmentRow::patient)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return patients.isEmpty() ? NONE : new DayOrders(orders.countOpen(clinic, patients));
    }

    /** Returns their number as a link to the list; empty if there are none. */
    Optional<Component> words() {
        var all = counts.values().stream().mapToInt(count -> count).sum();
        return all == 0
                ? Optional.empty()
                : Optional.of(new Anchor(
                        Routes.ORDERS, all == 1 ? "1 order to book on this day" : all + " orders to book on this day"));
    }
}
