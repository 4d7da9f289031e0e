package io.plumbline.intake.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.ToConcludeRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;

/** The intake notes that therapists left to a chiropractor, for the chiropractor to conclude. */
@Route(Routes.INTAKE)
@PageTitle("Intakes to review · Plumbline")
@RolesAllowed(Permission.INTAKE_CONCLUDE)
class IntakesToConcludeView extends Main {
    private static final int MOST = 200;

    IntakesToConcludeView(IntakeConclusionService conclusions, ClinicService clinics) {
        var list = Lazily.list(
                "Intakes to review",
                ToConcludeRow::note,
                row(clinics),
                (after, limit) -> after == null ? conclusions.findForCurrentUser(MOST) : List.of());
        list.setEmptyStateText(
                "No intake note waits for a chiropractor. Notes that a therapist leaves to you appear here.");
        Ui.page(
                this,
                "Intakes to review",
                "Signed by therapists, who left the outcome or a contraindication to a chiropractor. The longest waiting first.",
                list);
    }

    private static LitRenderer<ToConcludeRow> row(ClinicService clinics) {
        return LitRenderer.<ToConcludeRow>of("""
                <div class="list-row time-first">
                  <span class="num strong">${item.at}</span>
                  <span class="two"><a class="row-link" href="${item.address}">${item.patient}</a><span class="quiet">${item.clinic}</span></span>
                  <span class="line-two">${item.author}</span>
                </div>""")
                .withProperty(
                        "at", row -> Dates.dayAndTime(row.signedAt(), clinics.zoneOf(row.clinic()), clinics.ownZone()))
                .withProperty("address", row -> Routes.intake(row.note()))
                .withProperty("patient", ToConcludeRow::patientName)
                .withProperty("clinic", row -> clinics.names(Set.of(row.clinic())))
                .withProperty("author", row -> "Signed by " + row.author());
    }
}
