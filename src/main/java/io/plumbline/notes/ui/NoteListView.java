package io.plumbline.notes.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.notes.NoteService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

@Route(Places.NOTES)
@PageTitle("Session notes · Plumbline")
@Menu(order = 32, title = "Session notes", icon = "NOTE")
@RolesAllowed(Permission.NOTE_READ)
class NoteListView extends Main {
    NoteListView(NoteService notes) {
        var list = Lazily.list(
                "My visits today",
                AppointmentRow::id,
                row(),
                (after, limit) -> after == null ? notes.visitsToday() : List.of());
        list.setEmptyStateText("No visit of yours today.");
        Ui.page(this, "Session notes", "Your visits today, each of which wants a note.", list);
    }

    private static LitRenderer<AppointmentRow> row() {
        return LitRenderer.<AppointmentRow>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.at}</span>
                  <a class="row-link" href="${item.address}">${item.patient}</a>
                  <span class="quiet wide-only">${item.type}</span>
                  <span class="quiet end">${item.status}</span>
                </div>""")
                .withProperty("at", row -> Dates.time(row.at()))
                .withProperty("address", row -> Places.patient(row.patient()))
                .withProperty("patient", AppointmentRow::patientName)
                .withProperty("type", row -> row.type().word())
                .withProperty("status", row -> row.status().word());
    }
}
