package io.plumbline.safety.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.WaitingForReview;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Route(Routes.FLAGS)
@PageTitle("Red flags · Plumbline")
@Menu(order = 33, title = "Red flags", icon = "FLAG")
@RolesAllowed(Permission.FLAG_READ)
class FlagListView extends Main implements BeforeEnterObserver {
    private static final String LEVEL = "level";
    private static final String CLINIC = "clinic";
    private static final String FLAG = "flag";

    private final SafetyService safety;
    private final ReviewRows rows;
    private final ClinicService clinics;
    private final ReviewQueue queue;
    private final List<WaitingForReview> modules;
    private final FlagUndo undo;
    private final Div decidedLately = Ui.div("stack-3");
    private final Details lately = new Details("Your decisions of the last ten minutes", decidedLately);
    private final Select<FlagLevel> level;
    private final Select<ClinicLabel> clinic;
    private final Grid<ReviewItem> list;
    private FlagFilter filter = FlagFilter.ALL;

    FlagListView(
            SafetyService safety,
            ReviewRows rows,
            ClinicService clinics,
            ReviewQueue queue,
            List<WaitingForReview> modules,
            FlagUndo undo) {
        this.safety = safety;
        this.rows = rows;
        this.clinics = clinics;
        this.queue = queue;
        this.modules = modules;
        this.undo = undo;
        list = Lazily.list(
                "Red flags and leads to review",
                ReviewItem::key,
                rows.renderer(this::refresh, this::decided),
                this::page);
        var bar = new FilterBar("Filter red flags", () -> UI.getCurrentOrThrow().navigate(Routes.FLAGS, address()));
        level = bar.oneOf("Level", List.of(FlagLevel.values()), FlagLevel::fullLabel);
        clinic = bar.oneOf("Raised at", clinics.myLabelsAs(List.of(Role.CHIROPRACTOR)), ClinicLabel::name);
        // read only when opened, so that the list itself costs no extra statement
        lately.addOpenedChangeListener(e -> showDecidedLately());
        clinic.getParent()
                .orElseThrow()
                .setVisible(clinics.myLabelsAs(List.of(Role.CHIROPRACTOR)).size() > 1);
        Keys.on(level, "/", "Choose which flags are shown");
        Ui.page(this, "Red flags", "Most urgent first, then longest waiting.", bar, lately, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        var at = address.getQueryParameters()
                .getSingleParameter(CLINIC)
                .flatMap(text -> clinics.myLabelsAs(List.of(Role.CHIROPRACTOR)).stream()
                        .filter(label -> label.id().toString().equals(text))
                        .findFirst());
        level.setValue(Filters.of(address, LEVEL, FlagLevel.class).orElse(null));
        clinic.setValue(at.orElse(null));
        filter = new FlagFilter(level.getValue(), at.map(ClinicLabel::id).orElse(null));
        refresh();
        address.getQueryParameters().getSingleParameter(FLAG).ifPresent(this::decide);
    }

    private void refresh() {
        showDecidedLately();
        list.getDataProvider().refreshAll();
    }

    private void showDecidedLately() {
        decidedLately.removeAll();
        if (lately.isOpened()) {
            decidedLately.add(undo.decidedLately(this::refresh));
            modules.forEach(module -> decidedLately.add(module.decidedLately(this::refresh)));
        }
    }

    /** Shows the recent decision with its undo action. */
    private void decided() {
        lately.setOpened(true);
        refresh();
    }

    /** Asks about the item in the URL; does nothing if it is already decided. */
    private void decide(String item) {
        Ids.parsed(item, UUID::fromString).flatMap(rows::find).ifPresent(found -> rows.decide(found, this::decided));
    }

    private QueryParameters address() {
        var chosen = new HashMap<String, String>();
        if (level.getValue() != null) {
            chosen.put(LEVEL, Filters.inAddress(level.getValue()));
        }
        if (clinic.getValue() != null) {
            chosen.put(CLINIC, clinic.getValue().id().toString());
        }
        return QueryParameters.simple(chosen);
    }

    private List<ReviewItem> page(@Nullable ReviewItem after, int limit) {
        var page = queue.page(filter, after, limit);
        if (after == null && page.isEmpty()) {
            list.setEmptyStateText(
                    filter.equals(FlagFilter.ALL)
                            ? "No open red flags, and no leads awaiting review. " + lastDecided()
                            : "Nothing matches. Clear the filters to see everything.");
        }
        return page;
    }

    private String lastDecided() {
        return safety.lastDecided()
                .map(at -> "The last was decided on " + Dates.dayAndTime(at, zone()) + ".")
                .orElse("One appears here when a screening question is answered yes.");
    }

    private ZoneId zone() {
        return clinics.ownZone();
    }
}
