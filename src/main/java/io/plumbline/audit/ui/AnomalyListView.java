package io.plumbline.audit.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.anomalies.AnomalyRow;
import io.plumbline.audit.anomalies.AnomalyRule;
import io.plumbline.audit.anomalies.AnomalyService;
import io.plumbline.audit.anomalies.AnomalyState;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Unusual accesses to records, for the privacy officer to decide on one by one. */
@Route(Routes.ANOMALIES)
@PageTitle("Anomalies · Plumbline")
@Menu(order = 42.5, title = "Anomalies", icon = "ALERT")
@RolesAllowed(Permission.ANOMALY_DECIDE)
class AnomalyListView extends Main implements BeforeEnterObserver {
    private static final String SHOW = "show";

    private final AnomalyService anomalies;
    private final Grid<AnomalyRow> list;
    private final Select<AnomalyState> state = new Select<>();

    AnomalyListView(AnomalyService anomalies) {
        this.anomalies = anomalies;
        list = Lazily.list("Anomalies", AnomalyRow::id, row(), (after, limit) -> anomalies.list(shown(), after, limit));
        state.setItems(AnomalyState.values());
        state.setItemLabelGenerator(AnomalyState::words);
        state.setValue(AnomalyState.OPEN);
        var bar = new FilterBar("Filter anomalies", this::filter);
        bar.choice("Show", state);
        Ui.page(
                this,
                "Anomalies",
                "Accesses to patients' records that are unusual by rule, oldest first; patients by number, times in UTC."
                        + " Read the entries, ask the person where needed, and decide.",
                bar,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state.setValue(Filters.of(event.getLocation(), SHOW, AnomalyState.class).orElse(AnomalyState.OPEN));
        refresh();
    }

    private void filter() {
        Filters.show(Routes.ANOMALIES, Map.of(SHOW, shown() == AnomalyState.OPEN ? "" : shown()));
        refresh();
    }

    private void refresh() {
        list.setEmptyStateText(
                switch (shown()) {
                    case OPEN ->
                        "Nothing to decide on. An access appears here within minutes if it is unusual by one of the"
                                + " rules, for example many charts in an hour, outside business hours, or of a patient"
                                + " with the person's family name.";
                    case JUSTIFIED, NOT_JUSTIFIED ->
                        "Nothing yet. What you decide on under \"To decide\" is kept here with its note.";
                });
        list.getDataProvider().refreshAll();
    }

    private AnomalyState shown() {
        return state.getValue();
    }

    private LitRenderer<AnomalyRow> row() {
        return LitRenderer.<AnomalyRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><span class="strong">${item.rule}</span><span class="quiet">${item.by}</span></span>
                  <span class="two line-two"><span>${item.what}</span><a href="${item.entries}" aria-label="Show the entries: ${item.rule}, ${item.by}">Show the entries</a></span>
                  <span class="two line-three"><span class="quiet num">${item.first}</span><span class="quiet num">${item.last}</span></span>
                  <span class="end line-four">${item.canDecide
                    ? html`<vaadin-button theme="small" aria-label="Decide: ${item.rule}, ${item.by}" @click="${decide}">Decide…</vaadin-button>`
                    : html`<span class="quiet">${item.decided}</span>`}</span>
                </div>""")
                .withProperty("rule", row -> row.rule().words())
                .withProperty("by", row -> row.username().isEmpty() ? row.name() : row.name() + " · " + row.username())
                .withProperty("what", AnomalyListView::what)
                .withProperty("entries", AnomalyListView::entries)
                .withProperty("first", row -> Dates.stamp(row.firstAt(), ZoneOffset.UTC))
                .withProperty(
                        "last",
                        row -> row.lastAt().equals(row.firstAt())
                                ? ""
                                : "to " + Dates.stamp(row.lastAt(), ZoneOffset.UTC))
                .withProperty("canDecide", row -> row.state() == AnomalyState.OPEN && !row.isOwn())
                .withProperty("decided", AnomalyListView::decided)
                .withFunction("decide", this::decide);
    }

    private static String what(AnomalyRow row) {
        if (row.rule() == AnomalyRule.MANY_CHARTS || row.rule() == AnomalyRule.MANY_BREAK_GLASS) {
            return row.accesses() + " different patients";
        }
        var number = row.patientNumber();
        var whom = number != null ? number : row.patient() == null ? "Several patients" : "A patient without number";
        return whom + ", " + (row.accesses() == 1 ? "1 access" : row.accesses() + " accesses");
    }

    /** The entries of the person in the time of the anomaly; whole minutes, as the filter of the trail has them. */
    private static String entries(AnomalyRow row) {
        return new AuditAddress(
                        new AuditFilter(
                                row.person(),
                                row.patientNumber(),
                                null,
                                row.firstAt().truncatedTo(ChronoUnit.MINUTES),
                                row.lastAt().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)),
                        null)
                .link();
    }

    private static String decided(AnomalyRow row) {
        var at = row.decidedAt();
        if (at == null) {
            return "Your own access. A colleague must decide";
        }
        return row.state().words() + ", " + row.decidedBy() + ", " + Dates.stamp(at, ZoneOffset.UTC)
                + (row.note().isEmpty() ? "" : ": " + row.note());
    }

    private void decide(AnomalyRow row) {
        new AnomalyDialog(row.rule().words() + ": " + row.name(), what(row), (isJustified, note) -> {
                    var now = anomalies.decide(row.id(), isJustified, note);
                    Toast.done(decided(now));
                    NavBadge.recount();
                    list.getDataProvider().refreshAll();
                    // the button that had the focus is gone
                    list.getElement().callJsFunction("focus");
                })
                .open();
    }
}
