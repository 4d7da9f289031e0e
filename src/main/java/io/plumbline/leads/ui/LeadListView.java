package io.plumbline.leads.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadRow;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

@Route(Places.LEADS)
@PageTitle("Leads · Plumbline")
@Menu(order = 11, title = "Leads", icon = "PHONE")
@RolesAllowed(Permission.LEAD_READ)
class LeadListView extends Main {
    private final ClinicService clinics;
    private final Clock clock;

    LeadListView(LeadService leads, ClinicService clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
        var list = Lazily.list("Open consultation leads", LeadRow::id, row(), leads::open);
        list.setEmptyStateText("No open lead. A new one appears here as soon as somebody asks for a consultation.");
        Ui.page(this, "Leads", "Open consultation leads, the most overdue first.", list);
    }

    private LitRenderer<LeadRow> row() {
        return LitRenderer.<LeadRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><span class="strong">${item.name}</span><span class="quiet">${item.source} · ${item.clinic}</span></span>
                  <span class="line-two">${item.concern}</span>
                  <span class="wide-only"><span class="badge tone-${item.tone}">${item.due}</span></span>
                  <span class="quiet end">${item.status}</span>
                </div>""")
                .withProperty("name", LeadRow::fullName)
                .withProperty("concern", LeadRow::concern)
                .withProperty("source", row -> row.source().word())
                .withProperty(
                        "clinic", row -> clinic(row).map(ClinicLabel::name).orElse("Group"))
                .withProperty("tone", row -> isDue(row) ? "danger" : "neutral")
                .withProperty("due", this::due)
                .withProperty("status", row -> row.status().word());
    }

    private boolean isDue(LeadRow row) {
        return !row.nextTouchAt().isAfter(clock.instant());
    }

    private String due(LeadRow row) {
        ZoneId zone = clinic(row).map(ClinicLabel::zone).orElse(ZoneOffset.UTC);
        return (isDue(row) ? "Due since " : "Due ") + Dates.dayAndTime(row.nextTouchAt(), zone);
    }

    private Optional<ClinicLabel> clinic(LeadRow row) {
        return Optional.ofNullable(row.clinic()).map(clinics.labels()::get);
    }
}
