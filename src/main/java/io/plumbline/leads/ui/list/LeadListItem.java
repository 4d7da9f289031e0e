package io.plumbline.leads.ui.list;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.list.LeadListRow;
import io.plumbline.leads.ui.panel.FollowUpWords;
import io.plumbline.shared.Routes;
import org.springframework.stereotype.Component;

/** Renders a row of the leads list. */
@Component
class LeadListItem {
    private final ClinicService clinics;
    private final FollowUpWords words;

    LeadListItem(ClinicService clinics, FollowUpWords words) {
        this.clinics = clinics;
        this.words = words;
    }

    LitRenderer<LeadListRow> renderer() {
        return LitRenderer.<LeadListRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.source} · ${item.clinic}</span></span>
                  <span class="line-two">${item.concern}</span>
                  <span class="line-three two"><span>${item.came}</span><span class="quiet">${item.caller}</span></span>
                  <span class="two end"><span><span class="badge tone-${item.tone}">${item.status}</span></span><span class="quiet">${item.why}</span></span>
                </div>""")
                .withProperty("address", row -> Routes.lead(row.id()))
                .withProperty("name", LeadListRow::fullName)
                .withProperty("source", row -> row.source().label())
                .withProperty(
                        "clinic",
                        row -> LeadFilterBar.name(row.clinic(), clinics.labels().values()))
                .withProperty("concern", LeadListRow::concern)
                .withProperty("came", row -> "Received " + words.at(row.receivedAt(), row.clinic()))
                .withProperty(
                        "caller", row -> row.caller() == null ? "Not called yet" : "First called by " + row.caller())
                .withProperty("status", row -> row.status().label())
                .withProperty("tone", row -> tone(row.status()))
                .withProperty("why", row -> row.lostReason() == null ? "" : row.lostReason());
    }

    private static String tone(LeadStatus status) {
        return switch (status) {
            case NEW, ATTEMPTING -> "warn";
            case CONTACTED, CONSULTATION_BOOKED, CONSULTATION_HELD -> "info";
            case CONVERTED -> "ok";
            case CLINICAL_REVIEW -> "clinical";
            case NURTURE, LOST, SPAM, MERGED -> "neutral";
        };
    }
}
