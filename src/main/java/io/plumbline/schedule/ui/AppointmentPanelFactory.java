package io.plumbline.schedule.ui;

import io.plumbline.clinics.ClinicRoom;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.AppointmentId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the panel of an appointment, with what the caller may know of its patient. */
@Component
class AppointmentPanelFactory {
    private final AppointmentService appointments;
    private final ScheduleService schedule;
    private final PatientService patients;
    private final Clock clock;

    AppointmentPanelFactory(
            AppointmentService appointments, ScheduleService schedule, PatientService patients, Clock clock) {
        this.appointments = appointments;
        this.schedule = schedule;
        this.patients = patients;
        this.clock = clock;
    }

    /** Returns the panel of an appointment; empty if the caller may not see it. */
    Optional<AppointmentPanel> find(AppointmentId appointment, ZoneId zone, AppointmentPanel.Actions actions) {
        return appointments.find(appointment).map(details -> create(details, zone, actions));
    }

    private AppointmentPanel create(AppointmentDetails details, ZoneId zone, AppointmentPanel.Actions actions) {
        var row = details.row();
        return new AppointmentPanel(
                appointments,
                details,
                room(row),
                phone(row),
                hold(row),
                clock.instant().atZone(zone),
                actions);
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
