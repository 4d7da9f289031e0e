package io.plumbline.audit.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.audit.AuditRow;
import io.plumbline.audit.AuditService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

@Route(Places.AUDIT)
@PageTitle("Audit trail · Plumbline")
@Menu(order = 42, title = "Audit trail", icon = "LOCK")
@RolesAllowed(Permission.AUDIT_READ)
class AuditView extends Main {
    AuditView(AuditService audit) {
        var list = Lazily.list("Audit trail", AuditRow::id, row(), audit::list);
        Ui.page(this, "Audit trail", "Who did what and when, newest first, in UTC. Patients appear by number.", list);
    }

    private static LitRenderer<AuditRow> row() {
        return LitRenderer.<AuditRow>of("""
                <div class="list-row stamp-first">
                  <span class="num quiet">${item.at}</span>
                  <span class="strong">${item.actor}</span>
                  <span class="line-two">${item.kind}</span>
                  <span class="num">${item.patient}</span>
                  <span class="quiet wide-only">${item.detail}</span>
                </div>""")
                .withProperty("at", row -> Dates.stamp(row.at(), ZoneOffset.UTC))
                .withProperty("actor", AuditRow::actor)
                .withProperty("kind", row -> words(row.kind()))
                .withProperty("patient", row -> Objects.requireNonNullElse(row.patient(), ""))
                .withProperty("detail", AuditRow::detail);
    }

    /** <em>patient.opened</em> as <em>Patient opened</em>. */
    private static String words(String kind) {
        var words = kind.replace('.', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
