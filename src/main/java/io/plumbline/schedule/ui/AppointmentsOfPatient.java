package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The patient's next appointments, the first two in full. */
@Order(20)
@org.springframework.stereotype.Component
class AppointmentsOfPatient implements PatientSection {
    private static final int FIRST = 2;

    private final ScheduleService schedule;

    AppointmentsOfPatient(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @Override
    public Place place() {
        return Place.RAIL;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        var ahead = schedule.ahead(patient);
        if (ahead.isEmpty()) {
            return Optional.of(Ui.railLine("Next visit", "Not booked"));
        }
        var part = Ui.railPart("Next visit");
        ahead.stream().limit(FIRST).map(AppointmentsOfPatient::line).forEach(part::add);
        if (ahead.size() > FIRST) {
            var later = new NativeDetails((ahead.size() - FIRST) + " later");
            later.setContent(Ui.div(
                    "stack-2",
                    ahead.stream().skip(FIRST).map(AppointmentsOfPatient::line).toArray(Component[]::new)));
            part.add(later);
        }
        return Optional.of(part);
    }

    private static Component line(AppointmentRow row) {
        return Ui.div(
                "stack-0",
                Ui.text("strong", Dates.dayAndTime(row.on(), row.at(), "")),
                Ui.text(
                        "muted small",
                        row.type().label() + " with " + row.practitionerName() + ", "
                                + row.status().label().toLowerCase(Locale.ROOT)));
    }
}
