package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.AppointmentId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the panel of an appointment, with what the current user may know of its patient. */
@org.springframework.stereotype.Component
class AppointmentPanelFactory {
    private final AppointmentService appointments;
    private final ScheduleService schedule;
    private final PatientService patients;
    private final DeskOrders orders;
    private final Clock clock;

    AppointmentPanelFactory(
            AppointmentService appointments,
            ScheduleService schedule,
            PatientService patients,
            DeskOrders orders,
            Clock clock) {
        this.appointments = appointments;
        this.schedule = schedule;
        this.patients = patients;
        this.orders = orders;
        this.clock = clock;
    }

    /** Returns the panel of an appointment; empty if the current user may not see it. */
    Optional<AppointmentPanel> find(AppointmentId appointment, ZoneId zone, AppointmentPanel.Actions actions) {
        return appointments.find(appointment).map(details -> create(details, zone, actions));
    }

    private AppointmentPanel create(AppointmentDetails details, ZoneId zone, AppointmentPanel.Actions actions) {
        var row = details.row();
        var panel = new AppointmentPanel(
                appointments,
                details,
                room(row),
                phone(row),
                hold(row),
                clock.instant().atZone(zone),
                actions);
        ordersOf(row).ifPresent(panel::add);
        return panel;
    }

    private Optional<Component> ordersOf(AppointmentRow row) {
        return Optional.ofNullable(row.patient())
                .flatMap(patient -> orders.besideVisit(
                        row.id(),
                        patient,
                        row.clinic(),
                        row.practitioner().equals(CurrentUser.current().staff())
                                && row.status().isKept()));
    }

    private @Nullable PhoneNumber phone(AppointmentRow row) {
        return Optional.ofNullable(row.patient())
                .flatMap(patients::details)
                .map(patient -> patient.draft().phone())
                .orElse(null);
    }

    private String hold(AppointmentRow row) {
        return Optional.ofNullable(row.patient())
                .flatMap(patients::brief)
                .map(PatientBrief::hold)
                .orElse("");
    }

    private String room(AppointmentRow row) {
        return schedule.rooms(row.clinic()).stream()
                .filter(room -> room.id().equals(row.room()))
                .map(ClinicRoom::name)
                .findFirst()
                .orElse("None");
    }
}
