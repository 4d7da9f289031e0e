package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

@Route(Places.PATIENTS)
@PageTitle("Patients · Plumbline")
@Menu(order = 22, title = "Patients", icon = "PEOPLE")
@RolesAllowed(Permission.PATIENT_READ)
class PatientListView extends Main {
    PatientListView(PatientService patients, Clock clock) {
        var list = Lazily.list("Patients", PatientRow::id, row(clock), patients::list);
        list.setEmptyStateText(
                "No patient here yet. One appears when your clinic adds them, or when you have an appointment with them.");
        Ui.page(this, "Patients", "Whom you treat, or whom your clinics know, by name.", list);
    }

    private static LitRenderer<PatientRow> row(Clock clock) {
        return LitRenderer.<PatientRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.number}</span></span>
                  <span class="quiet line-two">${item.born}</span>
                  <span class="quiet wide-only">${item.phone}</span>
                  <span class="quiet end">${item.next}</span>
                </div>""")
                .withProperty("address", row -> Places.patient(row.id()))
                .withProperty("name", PatientRow::name)
                .withProperty("number", PatientRow::number)
                .withProperty(
                        "born",
                        row -> row.birthDate() == null
                                ? "Birth date not known"
                                : "Born " + Dates.birthDate(row.birthDate(), LocalDate.now(clock)))
                .withProperty("phone", row -> Objects.requireNonNullElse(row.phone(), "No phone"))
                .withProperty("next", row -> Dates.dayAndTime(row.nextVisitOn(), row.nextVisitAt(), "No visit booked"));
    }
}
