package io.plumbline.access.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.breakglass.BreakGlassFilter;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Chips;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** The list of break-glass access for reviewers; what is to be reviewed first, by when it is due. */
@Route(Routes.BREAK_GLASS)
@PageTitle("Break-glass access · Plumbline")
@Menu(order = 43, title = "Break-glass access", icon = "LINK")
@RolesAllowed(Permission.BREAK_GLASS_REVIEW)
class BreakGlassListView extends Main implements BeforeEnterObserver {
    private static final String ONLY = "only";

    private final BreakGlassService breakGlass;
    private final Clock clock;
    private final ZoneId zone;
    private final Chips chips = new Chips("Break-glass access shown");
    private final Grid<BreakGlassRow> list;
    private BreakGlassFilter filter = BreakGlassFilter.TO_REVIEW;

    BreakGlassListView(BreakGlassService breakGlass, ClinicService clinics, Clock clock) {
        this.breakGlass = breakGlass;
        this.clock = clock;
        this.zone = clinics.ownZone();
        list = Lazily.list(
                "Break-glass access",
                BreakGlassRow::id,
                row(),
                (after, limit) -> breakGlass.list(filter, after, limit));
        var whose = CurrentUser.current().has(Role.AUDITOR)
                ? "at all clinics, by patient number"
                : "for patients of your clinics";
        Ui.page(
                this,
                "Break-glass access",
                "Records that were opened with break-glass access, " + whose
                        + ". Read each reason and decide within three working days whether it was justified. Times in "
                        + (zone.getId().equals("Z") ? "UTC" : zone.getId()) + ".",
                chips,
                list);
        if (CurrentUser.may(Permission.BREAK_GLASS_READ)) {
            Ui.pageActions(this, new Anchor(Routes.BREAK_GLASS_RECORD, "Read a record…"));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = Filters.of(event.getLocation(), ONLY, BreakGlassFilter.class).orElse(BreakGlassFilter.TO_REVIEW);
        list.setEmptyStateText(
                switch (filter) {
                    case TO_REVIEW ->
                        "Nothing to review. Break-glass access appears here when a clinician opens the record of a"
                                + " patient whom they do not treat.";
                    case OVERDUE -> "No review is overdue.";
                    case NOT_JUSTIFIED -> "No break-glass access was decided to be not justified.";
                    case ALL ->
                        "No break-glass access yet. It appears here when a clinician opens the record of a patient"
                                + " whom they do not treat.";
                });
        refresh();
    }

    private void refresh() {
        chips.show(Arrays.stream(BreakGlassFilter.values())
                .map(choice -> new Chips.Chip(
                        choice.label(),
                        choice == BreakGlassFilter.TO_REVIEW
                                ? Routes.BREAK_GLASS
                                : Routes.BREAK_GLASS + "?" + ONLY + "=" + Filters.inAddress(choice),
                        choice == filter)));
        list.getDataProvider().refreshAll();
    }

    private LitRenderer<BreakGlassRow> row() {
        var patient = CurrentUser.current().has(Role.AUDITOR)
                ? "<a class=\"row-name\" href=\"${item.trail}\">${item.patient}</a>"
                : "<a class=\"row-name\" href=\"${item.address}\">${item.patient}</a>";
        return LitRenderer.<BreakGlassRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two">%s<span class="quiet">${item.by}</span></span>
                  <span class="two line-two"><span>${item.reason}</span>${item.note
                    ? html`<span class="quiet">${item.note}</span>`
                    : ''}</span>
                  <span class="two line-three"><span class="quiet num">${item.from}</span><span class="quiet num">${item.until}</span></span>
                  <span class="two end line-four"><span class="${item.tone}">${item.state}</span>${item.canReview
                    ? html`<vaadin-button theme="small" aria-label="Review: ${item.by}, ${item.patient}" @click="${review}">Review…</vaadin-button>`
                    : ''}</span>
                </div>""".formatted(patient))
                .withProperty("address", row -> Routes.patient(row.patient()))
                .withProperty("trail", row -> Routes.AUDIT + "?patient=" + row.patientLabel())
                .withProperty("patient", BreakGlassRow::patientLabel)
                .withProperty("by", BreakGlassRow::by)
                .withProperty("reason", BreakGlassRow::reason)
                .withProperty(
                        "note", row -> row.review() == null ? "" : row.review().note())
                .withProperty("from", row -> Dates.dayAndTime(row.openedAt(), zone))
                .withProperty(
                        "until",
                        row -> (row.until().isAfter(clock.instant()) ? "open until " : "until ")
                                + Dates.time(row.until().atZone(zone).toLocalTime()))
                .withProperty("canReview", row -> row.review() == null && !row.isOwn())
                .withProperty("tone", row -> row.isOverdue(clock.instant()) ? "badge tone-danger" : "quiet")
                .withProperty("state", this::state)
                .withFunction("review", this::review);
    }

    private String state(BreakGlassRow row) {
        var review = row.review();
        if (review != null) {
            var decision = review.decision();
            return (decision == null ? "Reviewed" : decision.label()) + ", " + review.by() + ", "
                    + Dates.dayAndTime(review.at(), zone);
        }
        // due until the end of the day before
        var due = Dates.day(LocalDate.ofInstant(row.dueAt().minusSeconds(1), zone));
        var state = row.isOverdue(clock.instant()) ? "Overdue since " + due : "Due " + due;
        return row.isOwn() ? state + ". Your own access: a colleague must review it" : state;
    }

    private void review(BreakGlassRow row) {
        new ReviewDialog(breakGlass, row, reviewed -> {
                    Toast.done(state(reviewed));
                    refresh();
                    NavBadge.recount();
                    // the button that had the focus is gone
                    list.getElement().callJsFunction("focus");
                })
                .open();
    }
}
