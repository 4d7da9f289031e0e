package io.plumbline.safety.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

@Route(Places.FLAGS)
@PageTitle("Red flags · Plumbline")
@Menu(order = 33, title = "Red flags", icon = "FLAG")
@RolesAllowed(Permission.FLAG_READ)
class FlagListView extends Main {
    private final SafetyService safety;
    private final Clock clock;
    private final Grid<FlagRow> list;

    FlagListView(SafetyService safety, Clock clock) {
        this.safety = safety;
        this.clock = clock;
        list = Lazily.list(
                "Open red flags", FlagRow::id, row(), (after, limit) -> after == null ? safety.open() : List.of());
        list.setEmptyStateText("No red flag is open. One appears here when a screening question is answered yes.");
        Ui.page(this, "Red flags", "What waits for a chiropractor's decision, most urgent first.", list);
    }

    private LitRenderer<FlagRow> row() {
        return LitRenderer.<FlagRow>of("""
                <div class="list-row wide-4">
                  <span><span class="badge tone-${item.tone}">${item.level}</span></span>
                  <span class="two line-two"><a class="row-link" href="${item.address}">${item.name}</a><span>${item.flag}</span></span>
                  <span class="quiet wide-only">${item.age}</span>
                  <span class="end"><vaadin-button theme="small" aria-label="Decide: ${item.flag}" @click="${decide}">Decide…</vaadin-button></span>
                </div>""")
                .withProperty("tone", row -> row.level().isHold() ? "danger" : "warn")
                .withProperty("level", row -> row.level().label())
                .withProperty("address", row -> Places.patient(row.patient()))
                .withProperty("name", FlagRow::patientName)
                .withProperty("flag", FlagRow::flag)
                .withProperty("age", row -> age(row.raisedAt(), clock.instant()))
                .withFunction("decide", this::decide);
    }

    private static String age(Instant raised, Instant now) {
        var age = Duration.between(raised, now);
        return age.toHours() < 1
                ? "Raised " + age.toMinutes() + " min ago"
                : age.toDays() < 1 ? "Raised " + age.toHours() + " h ago" : "Raised " + age.toDays() + " days ago";
    }

    private void decide(FlagRow row) {
        new DecisionDialog(
                        safety,
                        row.id(),
                        row.version(),
                        row.status(),
                        row.flag() + ", " + row.patientName(),
                        () -> list.getDataProvider().refreshAll())
                .open();
    }
}
