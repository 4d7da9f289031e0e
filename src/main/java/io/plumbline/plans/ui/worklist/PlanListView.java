package io.plumbline.plans.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.plans.worklist.PlanCountService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.plans.worklist.SavedPlanFilterService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Chips;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.SavedFilterBar;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The worklist of treatment plans: how urgent each is and why, and one action in each row. */
@Route(Routes.PLANS)
@PageTitle("Treatment plans · Plumbline")
@Menu(order = 31, title = "Treatment plans", icon = "PLAN")
@RolesAllowed(Permission.PLAN_READ)
class PlanListView extends Main implements BeforeEnterObserver {
    private final PlanWorklistService worklist;
    private final PlanCountService counts;
    private final PlanFilterBar filters;
    private final SavedFilterBar saved;
    private final Chips chips = new Chips("Plans shown");
    private final Grid<PlanRow> list;
    private PlanListAddress shown = new PlanListAddress(PlanFilter.ALL, PlanNarrowing.NONE);

    /** All plans of a clinician, whose worklist comes in one page; empty for everybody else. */
    private List<PlanRow> mine = List.of();

    PlanListView(
            PlanWorklistService worklist,
            PlanCountService counts,
            PlanFilterBar filters,
            SavedPlanFilterService savedFilters,
            PlanExport exports) {
        this.worklist = worklist;
        this.counts = counts;
        this.filters = filters;
        saved = new SavedFilterBar(Routes.PLANS, "", savedFilters);
        filters.onChange(narrowing -> go(shown.with(narrowing)));
        list = Lazily.list("Active and on-hold treatment plans", PlanRow::id, PlanListRow.of(), this::page);
        Ui.page(
                this,
                "Treatment plans",
                isOnePage()
                        ? "Most urgent first. The number adds up the points of the reasons."
                        : "Longest overdue first, then those on hold. The number adds up the points of the reasons.",
                filters,
                saved,
                chips,
                list);
        if (CurrentUser.may(Permission.PATIENT_EXPORT)) {
            Ui.pageActions(
                    this, new Button("Export…", e -> exports.dialog(shown).open()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = PlanListAddress.of(event.getLocation());
        filters.show(shown.narrowing());
        saved.show(shown.query().getQueryString());
        list.setEmptyStateText(
                shown.narrowing().equals(PlanNarrowing.NONE)
                        ? nothing(shown.filter())
                        : "No plans match. Remove a filter or clear all filters.");
        mine = isOnePage()
                ? worklist.findPage(PlanFilter.ALL, shown.narrowing(), null, PlanCountService.MOST_COUNTED)
                : List.of();
        var counted = isOnePage() ? counted(mine) : counts.byFilter(shown.narrowing());
        chips.show(Arrays.stream(PlanFilter.values())
                // those that can show the user a plan
                .filter(counted::containsKey)
                .map(one -> new Chips.Chip(
                        one.label(),
                        Chips.upTo(PlanCountService.MOST_COUNTED, counted.get(one)),
                        shown.with(one).text(),
                        one == shown.filter())));
        list.getDataProvider().refreshAll();
    }

    private static String nothing(PlanFilter filter) {
        return switch (filter) {
            case ALL -> "No active treatment plans. A chiropractor starts one from a signed intake note.";
            case NEEDS_YOU -> "No plan needs you.";
            case BEHIND -> "No active plan is behind.";
            case REVIEW -> "No plan waits for a clinician's review.";
            case STEP -> "No step to decide.";
            case REEVALUATION -> "No re-evaluation is due.";
            case NOT_BOOKED -> "Every active plan has its next visit booked or no visits left.";
            case AGREEMENT -> "No plan waits for the patient's agreement.";
            case ENDING -> "No active plan ends within two weeks.";
            case ON_HOLD -> "No plans on hold. A plan is put on hold on its own page, with a reason.";
        };
    }

    private static void go(PlanListAddress next) {
        UI.getCurrentOrThrow().navigate(Routes.PLANS, next.query());
    }

    private static boolean isOnePage() {
        return !CurrentUser.current().seesByClinic();
    }

    private List<PlanRow> page(@Nullable PlanRow after, int limit) {
        if (!isOnePage()) {
            return worklist.findPage(shown.filter(), shown.narrowing(), after, limit);
        }
        return after == null ? mine.stream().filter(shown.filter()::shows).toList() : List.of();
    }

    private static Map<PlanFilter, Long> counted(List<PlanRow> rows) {
        return Arrays.stream(PlanFilter.values())
                .collect(Collectors.toMap(
                        one -> one, one -> rows.stream().filter(one::shows).count()));
    }
}
