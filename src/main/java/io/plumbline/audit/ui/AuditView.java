package io.plumbline.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.audit.AuditEntryId;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.AuditRow;
import io.plumbline.audit.AuditService;
import io.plumbline.audit.checkpoints.CheckpointService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.Optional;

/** The audit trail, filtered by the URL, with the selected entry beside it. */
@Route(Routes.AUDIT)
@PageTitle("Audit trail · Plumbline")
@Menu(order = 42, title = "Audit trail", icon = "LOCK")
@RolesAllowed(Permission.AUDIT_READ)
class AuditView extends Main implements BeforeEnterObserver {
    private final AuditService audit;
    private final AuditFilterBar bar;
    private final ListScreen<AuditEntryId, AuditEntryPanel> list;
    private final Div warnings = new Div();
    private AuditAddress shown = new AuditAddress(AuditFilter.NONE, null);

    AuditView(
            AuditService audit,
            CheckpointService checkpoints,
            VerifyDialogs verifying,
            AuditExportDialog.Opener exporting) {
        this.audit = audit;
        bar = new AuditFilterBar(audit, filter -> go(new AuditAddress(filter, null)));
        list = new ListScreen<>(
                this,
                Lazily.list(
                        "Audit trail", AuditRow::id, row(), (after, limit) -> audit.list(shown.filter(), after, limit)),
                "Selected entry",
                AuditEntryId::new,
                this::open);
        audit.alarm()
                .ifPresent(wrong ->
                        warnings.add(Ui.alert(wrong + " Verify the trail, and tell the person who runs the portal.")));
        checkpoints.alarm().ifPresent(wrong -> warnings.add(Ui.alert(wrong + " Tell the person who runs the portal.")));
        Ui.page(
                this,
                "Audit trail",
                "Who did what and when, in UTC; patients by number. At most the newest 1,000 that match: filter to see older ones.",
                warnings,
                bar,
                list.withPanel());
        warnings.setVisible(warnings.getComponentCount() > 0);
        Ui.pageActions(
                this,
                new Anchor(Routes.ANOMALIES, "Anomalies"),
                new Button("Export…", e -> exporting.open(shown.filter())),
                new Button("Verify now…", e -> verifying.open()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = shown;
        shown = AuditAddress.of(event.getLocation().getQueryParameters());
        bar.show(shown.filter());
        if (!shown.filter().equals(before.filter())) {
            list.refresh();
        }
        list.ifEmpty(
                shown.filter().equals(AuditFilter.NONE)
                        ? "No entries yet. The first entry appears when someone signs in."
                        : "No entries match. Widen the time range or clear the filters.");
        list.show(shown.entry());
    }

    private Optional<AuditEntryPanel> open(AuditEntryId id) {
        return audit.entry(id).map(entry -> new AuditEntryPanel(entry, () -> go(shown.at(null))));
    }

    private void go(AuditAddress address) {
        Ui.navigate(Routes.AUDIT, address.query());
    }

    private LitRenderer<AuditRow> row() {
        return LitRenderer.<AuditRow>of("""
                <div class="list-row stamp-first">
                  <span class="num quiet">${item.at}</span>
                  <span class="strong">${item.actor}</span>
                  <a class="row-link line-two" href="${item.address}" aria-current="${item.current}">${item.kind}</a>
                  <span class="num">${item.whom}</span>
                  <span class="quiet wide-only">${item.detail}</span>
                </div>""")
                .withProperty("at", row -> Dates.stamp(row.at(), ZoneOffset.UTC))
                .withProperty("actor", AuditRow::actorName)
                .withProperty("address", row -> shown.at(row.id()).link())
                .withProperty("kind", row -> AuditWords.kind(row.kind()))
                .withProperty("whom", AuditWords::whom)
                .withProperty("detail", AuditWords::detail);
    }
}
