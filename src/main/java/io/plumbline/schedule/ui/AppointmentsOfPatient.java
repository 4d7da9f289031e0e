package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/** The patient's next appointments. */
@Order(10)
@org.springframework.stereotype.Component
class AppointmentsOfPatient implements PatientSection {
    private final ScheduleService schedule;

    AppointmentsOfPatient(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        var ahead = schedule.ahead(patient);
        if (ahead.isEmpty()) {
            return Optional.of(Ui.card("Appointments", Ui.text("muted", "None scheduled.")));
        }
        var facts = ahead.stream()
                .flatMap(row -> Stream.of(
                        Dates.dayAndTime(row.on(), row.at(), ""),
                        row.type().label() + " with " + row.practitionerName() + ", "
                                + row.status().label().toLowerCase(Locale.ROOT)))
                .toArray(String[]::new);
        return Optional.of(Ui.card("Appointments", Ui.facts(facts)));
    }
}
