package io.plumbline.access.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;

/** The list of break-glass access for reviewers. */
@Route(Routes.BREAK_GLASS)
@PageTitle("Break-glass access · Plumbline")
@Menu(order = 43, title = "Break-glass access", icon = "LINK")
@RolesAllowed(Permission.BREAK_GLASS_REVIEW)
class BreakGlassListView extends Main {
    private final BreakGlassService breakGlass;
    private final Clock clock;
    private final ZoneId zone;
    private final Grid<BreakGlassRow> list;

    BreakGlassListView(BreakGlassService breakGlass, ClinicService clinics, Clock clock) {
        this.breakGlass = breakGlass;
        this.clock = clock;
        this.zone = clinics.ownZone();
        list = Lazily.list("Break-glass access", BreakGlassRow::id, row(), breakGlass::list);
        list.setEmptyStateText(
                "No break-glass access yet. It appears here when a clinician opens the record of a patient"
                        + " whom they do not treat.");
        var whose = Caller.current().has(Role.AUDITOR)
                ? "at all clinics, by patient number"
                : "for patients of your clinics";
        Ui.page(
                this,
                "Break-glass access",
                "Records that clinicians opened with break-glass access, " + whose
                        + ". Read each reason and mark it as reviewed. " + "Times in "
                        + (zone.getId().equals("Z") ? "UTC" : zone.getId()) + ".",
                list);
    }

    private LitRenderer<BreakGlassRow> row() {
        var patient = Caller.current().has(Role.AUDITOR)
                ? "<a class=\"row-name\" href=\"${item.trail}\">${item.patient}</a>"
                : "<a class=\"row-name\" href=\"${item.address}\">${item.patient}</a>";
        return LitRenderer.<BreakGlassRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two">%s<span class="quiet">${item.by}</span></span>
                  <span class="line-two">${item.reason}</span>
                  <span class="two line-three"><span class="quiet num">${item.from}</span><span class="quiet num">${item.until}</span></span>
                  <span class="end line-four">${item.canReview
                    ? html`<vaadin-button theme="small" aria-label="Mark as reviewed: ${item.by}, ${item.patient}" @click="${review}">Mark as reviewed</vaadin-button>`
                    : html`<span class="quiet">${item.reviewed}</span>`}</span>
                </div>""".formatted(patient))
                .withProperty("address", row -> Routes.patient(row.patient()))
                .withProperty("trail", row -> Routes.AUDIT + "?patient=" + row.patientLabel())
                .withProperty("patient", BreakGlassRow::patientLabel)
                .withProperty("by", BreakGlassRow::by)
                .withProperty("reason", BreakGlassRow::reason)
                .withProperty("from", row -> Dates.dayAndTime(row.openedAt(), zone))
                .withProperty(
                        "until",
                        row -> (row.until().isAfter(clock.instant()) ? "open until " : "until ")
                                + Dates.time(row.until().atZone(zone).toLocalTime()))
                .withProperty("canReview", row -> row.reviewedAt() == null && !row.isOwn())
                .withProperty("reviewed", this::reviewed)
                .withFunction("review", this::review);
    }

    private String reviewed(BreakGlassRow row) {
        var at = row.reviewedAt();
        return at == null
                ? "Your own access. A colleague must review it"
                : "Reviewed by " + row.reviewedBy() + ", " + Dates.dayAndTime(at, zone);
    }

    private void review(BreakGlassRow row) {
        Attempt.telling(Toast::warn)
                .ifNotAvailable("Not available")
                .run(() -> Toast.done(reviewed(breakGlass.review(row.id()))));
        list.getDataProvider().refreshAll();
        // the button that had the focus is gone
        list.getElement().callJsFunction("focus");
    }
}
