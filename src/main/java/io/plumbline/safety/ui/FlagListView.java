package io.plumbline.safety.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.WaitingForReview;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

@Route(Places.FLAGS)
@PageTitle("Red flags · Plumbline")
@Menu(order = 33, title = "Red flags", icon = "FLAG")
@RolesAllowed(Permission.FLAG_READ)
class FlagListView extends Main implements BeforeEnterObserver {
    private static final String LEVEL = "level";
    private static final String CLINIC = "clinic";
    private static final String FLAG = "flag";

    private final SafetyService safety;
    private final Decisions decisions;
    private final ClinicService clinics;
    private final Clock clock;
    private final List<WaitingForReview> beside;
    private final Div besideFlags = Ui.div("stack-5");
    private final Select<FlagLevel> level = new Select<>();
    private final Select<ClinicLabel> clinic = new Select<>();
    private final Grid<FlagRow> list;
    private FlagFilter filter = FlagFilter.ALL;

    FlagListView(
            SafetyService safety,
            Decisions decisions,
            ClinicService clinics,
            Clock clock,
            List<WaitingForReview> beside) {
        this.safety = safety;
        this.decisions = decisions;
        this.clinics = clinics;
        this.clock = clock;
        this.beside = beside;
        list = Lazily.list("Open red flags", FlagRow::id, row(), this::page);
        offer(level, "Level", "Every level", List.of(FlagLevel.values()), FlagLevel::label);
        offer(clinic, "Raised at", "Every clinic", clinics.myLabels(), ClinicLabel::name);
        clinic.setVisible(clinics.myLabels().size() > 1);
        Keys.on(level, "/", "Choose which flags are shown");
        Ui.page(
                this,
                "Red flags",
                "What waits for a chiropractor's decision, most urgent first, and of a level what waits longest.",
                besideFlags,
                Ui.div("filters", level, clinic),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        var at = address.getQueryParameters().getSingleParameter(CLINIC).flatMap(text -> clinics.myLabels().stream()
                .filter(label -> label.id().toString().equals(text))
                .findFirst());
        level.setValue(Filters.of(address, LEVEL, FlagLevel.class).orElse(null));
        clinic.setValue(at.orElse(null));
        filter = new FlagFilter(level.getValue(), at.map(ClinicLabel::id).orElse(null));
        besideFlags.removeAll();
        beside.forEach(room -> room.draw().ifPresent(besideFlags::add));
        list.getDataProvider().refreshAll();
        address.getQueryParameters().getSingleParameter(FLAG).ifPresent(this::decide);
    }

    /** Asks about the flag to which the address leads; nothing where it is decided already. */
    private void decide(String flag) {
        Ids.inAddress(flag, UUID::fromString).flatMap(safety::open).ifPresent(this::decide);
    }

    private <T> void offer(Select<T> select, String label, String every, List<T> items, ItemLabelGenerator<T> words) {
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? every : words.apply(item));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(every);
        select.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                UI.getCurrentOrThrow().navigate(Places.FLAGS, address());
            }
        });
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

    private List<FlagRow> page(@Nullable FlagRow after, int limit) {
        var rows = safety.open(filter, after, limit);
        if (after == null && rows.isEmpty()) {
            list.setEmptyStateText(
                    filter.equals(FlagFilter.ALL)
                            ? "No red flag is open. " + lastDecided()
                            : "No open red flag is like that. Choose every level and every clinic to see all.");
        }
        return rows;
    }

    private String lastDecided() {
        return safety.lastDecided()
                .map(at -> "The last was decided on " + Dates.dayAndTime(at, zone()) + ".")
                .orElse("One appears here when a screening question is answered yes.");
    }

    private ZoneId zone(ClinicId clinic) {
        var label = clinics.labels().get(clinic);
        return label == null ? ZoneOffset.UTC : label.zone();
    }

    private ZoneId zone() {
        return clinics.ownZone();
    }

    private LitRenderer<FlagRow> row() {
        return LitRenderer.<FlagRow>of("""
                <div class="list-row two-acts">
                  <span><span class="badge tone-${item.tone}">${item.level}</span></span>
                  <span class="two line-two"><a class="row-link" href="${item.address}">${item.name}</a><span title="${item.found}">${item.found}</span></span>
                  <span class="two line-three"><span>${item.waits}</span><span class="quiet">${item.raised}</span></span>
                  <span class="end">
                    ${item.unseen ? html`<vaadin-button theme="small tertiary" aria-label="Acknowledge: ${item.flag}, ${item.name}" @click="${acknowledge}">Acknowledge</vaadin-button>` : ''}
                    <vaadin-button theme="small" aria-label="Decide: ${item.flag}, ${item.name}" @click="${decide}">Decide…</vaadin-button>
                  </span>
                </div>""")
                .withProperty("tone", row -> row.level().isHold() ? "danger" : "warn")
                .withProperty("level", row -> row.level().label())
                .withProperty("address", row -> Places.patient(row.patient()))
                .withProperty("name", FlagRow::patientName)
                .withProperty("flag", FlagRow::flag)
                .withProperty(
                        "found",
                        row -> row.found().question().isEmpty()
                                ? row.flag()
                                : row.flag() + ": " + row.found().question())
                .withProperty(
                        "waits", row -> "Waits " + Dates.howLong(Duration.between(row.raisedAt(), clock.instant())))
                .withProperty("raised", this::raised)
                .withProperty("unseen", row -> row.status() == FlagStatus.RAISED)
                .withFunction("acknowledge", this::acknowledge)
                .withFunction("decide", this::decide);
    }

    private String raised(FlagRow row) {
        var seen = row.acknowledged();
        return "Raised by " + row.found().by()
                + (seen == null ? "" : " · " + FlagWords.acknowledged(seen, zone(row.clinic()), clock.instant()))
                + " · " + clinics.names(Set.of(row.clinic()));
    }

    private void acknowledge(FlagRow row) {
        try {
            safety.acknowledge(row.id(), row.version());
        } catch (OptimisticLockingFailureException | IllegalStateException somebodyWasQuicker) {
            Notification.show(FlagWords.SOMEBODY_WAS_QUICKER).setAssertive(true);
        }
        list.getDataProvider().refreshAll();
    }

    private void decide(FlagRow row) {
        decisions.ask(row, zone(row.clinic()), () -> list.getDataProvider().refreshAll());
    }
}
