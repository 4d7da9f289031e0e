package io.plumbline.access.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.OpeningRow;
import io.plumbline.access.OpeningService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.NoSuchElementException;

/** What was opened with a reason, for who reviews it. */
@Route(Places.OPENINGS)
@PageTitle("Opened with a reason · Plumbline")
@Menu(order = 43, title = "Opened with a reason", icon = "LINK")
@RolesAllowed(Permission.OPENING_REVIEW)
class OpeningListView extends Main {
    private static final int SHOWN_MS = 6_000;

    private final OpeningService openings;
    private final Clock clock;
    private final ZoneId zone;
    private final Grid<OpeningRow> list;

    OpeningListView(OpeningService openings, ClinicService clinics, Clock clock) {
        this.openings = openings;
        this.clock = clock;
        this.zone = clinics.ownZone();
        list = Lazily.list("Opened with a reason", OpeningRow::id, row(), openings::list);
        list.setEmptyStateText("No record was opened with a reason. One appears here when a clinician needs a patient"
                + " whom they do not treat.");
        var whose = Caller.current().has(Role.AUDITOR)
                ? "in all clinics, by patient number"
                : "of patients whom your clinics know";
        Ui.page(
                this,
                "Opened with a reason",
                "Records that clinicians opened outside their relation, " + whose
                        + ". Read why, and say that you have. " + "Times in "
                        + (zone.getId().equals("Z") ? "UTC" : zone.getId()) + ".",
                list);
    }

    private LitRenderer<OpeningRow> row() {
        var patient = Caller.current().has(Role.AUDITOR)
                ? "<a class=\"row-name\" href=\"${item.trail}\">${item.patient}</a>"
                : "<a class=\"row-name\" href=\"${item.address}\">${item.patient}</a>";
        return LitRenderer.<OpeningRow>of("""
                <div class="list-row opening-row">
                  <span class="two">%s<span class="quiet">${item.by}</span></span>
                  <span class="line-two">${item.reason}</span>
                  <span class="two line-three"><span class="quiet num">${item.from}</span><span class="quiet num">${item.until}</span></span>
                  <span class="end line-four">${item.canReview
                    ? html`<vaadin-button theme="small" aria-label="Reviewed: ${item.by}, ${item.patient}" @click="${review}">Reviewed</vaadin-button>`
                    : html`<span class="quiet">${item.reviewed}</span>`}</span>
                </div>""".formatted(patient))
                .withProperty("address", row -> Places.patient(row.patient()))
                .withProperty("trail", row -> Places.AUDIT + "?patient=" + row.patientLabel())
                .withProperty("patient", OpeningRow::patientLabel)
                .withProperty("by", OpeningRow::by)
                .withProperty("reason", OpeningRow::reason)
                .withProperty("from", row -> Dates.dayAndTime(row.openedAt(), zone))
                .withProperty(
                        "until",
                        row -> (row.until().isAfter(clock.instant()) ? "open until " : "until ")
                                + Dates.time(row.until().atZone(zone).toLocalTime()))
                .withProperty("canReview", row -> row.reviewedAt() == null && !row.isOwn())
                .withProperty("reviewed", this::reviewed)
                .withFunction("review", this::review);
    }

    private String reviewed(OpeningRow row) {
        var at = row.reviewedAt();
        return at == null
                ? "Yours: a colleague reviews it"
                : "Reviewed by " + row.reviewedBy() + ", " + Dates.dayAndTime(at, zone);
    }

    private void review(OpeningRow row) {
        try {
            Notification.show(reviewed(openings.review(row.id())), SHOWN_MS, Notification.Position.BOTTOM_START, true);
        } catch (IllegalStateException | NoSuchElementException refused) {
            Notification.show(String.valueOf(refused.getMessage()), SHOWN_MS, Notification.Position.BOTTOM_START, true);
        }
        list.getDataProvider().refreshAll();
        // the button that was pressed is gone
        list.getElement().callJsFunction("focus");
    }
}
