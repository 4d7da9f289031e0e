package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.referrals.ReferralRow;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The patient's referrals with their status, for those who treat the patient. */
@Order(60)
@org.springframework.stereotype.Component
class ReferralsOfPatient implements PatientSection {
    private final ReferralListService referrals;
    private final Clock clock;

    ReferralsOfPatient(ReferralListService referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.REFERRALS;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var rows = referrals.openOf(patient);
        if (rows.isEmpty()) {
            return Optional.of(new EmptyState(
                    Icon.ARROW,
                    "No referrals yet",
                    "A chiropractor refers the patient by Refer above, or from a red flag, an intake note or a plan."));
        }
        var list = new UnorderedList();
        list.addClassName("stack-3");
        rows.forEach(row -> list.add(item(row)));
        return Optional.of(Ui.card("Referrals", list));
    }

    private ListItem item(ReferralRow row) {
        return new ListItem(Ui.div(
                "line",
                ReferralWords.badge(row, clock.instant()),
                Ui.div(
                        "stack-0 grow",
                        new Anchor(Routes.referral(row.id()), "To " + row.to()),
                        Ui.text("", row.reason()),
                        Ui.text("muted small", ReferralWords.days(row) + " · " + row.askedBy()))));
    }
}
