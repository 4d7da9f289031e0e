package io.plumbline.schedule.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

@Route(Places.SCHEDULE)
@PageTitle("Schedule · Plumbline")
@Menu(order = 21, title = "Schedule", icon = "CALENDAR")
@RolesAllowed(Permission.SCHEDULE_READ)
class ScheduleView extends Main {
    private final ClinicService clinics;

    ScheduleView(ScheduleService schedule, ClinicService clinics) {
        this.clinics = clinics;
        var list = Lazily.list(
                "Appointments today",
                AppointmentRow::id,
                row(),
                (after, limit) -> after == null ? schedule.today() : List.of());
        list.setEmptyStateText("No appointment today.");
        Ui.page(this, "Schedule", "Today's appointments, in each clinic's own time.", list);
    }

    private LitRenderer<AppointmentRow> row() {
        return LitRenderer.<AppointmentRow>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.at}</span>
                  <span class="two"><a class="row-link" href="${item.address}">${item.patient}</a><span class="quiet">${item.type}</span></span>
                  <span class="quiet wide-only">${item.practitioner} · ${item.clinic}</span>
                  <span class="quiet end">${item.status}</span>
                </div>""")
                .withProperty("at", row -> Dates.time(row.at()))
                .withProperty("address", row -> Places.patient(row.patient()))
                .withProperty("patient", AppointmentRow::patientName)
                .withProperty("type", row -> row.type().word() + ", " + row.minutes() + " min")
                .withProperty("practitioner", AppointmentRow::practitionerName)
                .withProperty("clinic", this::clinicName)
                .withProperty("status", row -> row.status().word());
    }

    private String clinicName(AppointmentRow row) {
        return Optional.ofNullable(clinics.labels().get(row.clinic()))
                .map(ClinicLabel::name)
                .orElse("");
    }
}
