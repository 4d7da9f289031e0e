package io.plumbline.recalls.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.clinics.ClinicService;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallRow;
import io.plumbline.shared.Routes;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A row of the recall board: who, why, since when, what was tried, and the call. */
@Component
class RecallListRow {
    private final ClinicService clinics;

    RecallListRow(ClinicService clinics) {
        this.clinics = clinics;
    }

    /** @param shown the current filter, which is read each time a row is rendered */
    LitRenderer<RecallRow> renderer(Supplier<RecallFilter> shown) {
        return LitRenderer.<RecallRow>of("""
                <div class="list-row recall-row">
                  <span class="two"><a class="recall-name" href="${item.patient}">${item.name}</a><span class="quiet clip" title="${item.about}">${item.about}</span></span>
                  <span class="line-two cluster"><span class="badge tone-${item.tone}">${item.why}</span>${item.calling ? html`<span class="badge tone-info with-phone">${item.calling}</span>` : ''}</span>
                  <span class="two line-three"><span>${item.lastVisit}</span><span class="quiet">${item.planned}</span></span>
                  <span class="two line-four"><span>${item.tried}</span><span class="quiet">${item.next}</span></span>
                  <span class="recall-act"><a class="act recall-open" href="${item.address}" aria-label="${item.act} ${item.name}" aria-current="${item.current}">${item.act}</a>${item.isOnHold ? '' : item.phone ? html`<a class="recall-phone" href="tel:${item.phone}">${item.phoneShown}</a>` : html`<span class="quiet">No phone</span>`}</span>
                </div>""")
                .withProperty("address", row -> RecallAddress.of(Routes.recall(row.patient()), shown.get()))
                .withProperty("patient", row -> Routes.patient(row.patient()))
                .withProperty("name", RecallRow::name)
                .withProperty("about", RecallRow::language)
                .withProperty("act", row -> row.isOnHold() ? "Open" : "Call")
                .withProperty("isOnHold", RecallRow::isOnHold)
                .withProperty("tone", row -> RecallWords.tone(row).word())
                .withProperty("why", row -> RecallWords.why(row, clinics.todayAt(row.clinic())))
                .withProperty("calling", row -> row.callingNow() == null ? "" : row.callingNow() + " is calling")
                .withProperty("lastVisit", RecallWords::lastVisit)
                .withProperty("planned", RecallWords::planned)
                .withProperty("tried", RecallWords::tried)
                .withProperty("next", RecallWords::next)
                .withProperty(
                        "phone", row -> row.phone() == null ? "" : row.phone().digits())
                .withProperty(
                        "phoneShown",
                        row -> row.phone() == null ? "" : row.phone().shown());
    }
}
