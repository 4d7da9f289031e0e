package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.HeldTreatmentRow;
import io.plumbline.notes.HeldTreatmentService;
import io.plumbline.safety.OverdueOutcome;
import io.plumbline.safety.ReferralOutcomeService;
import io.plumbline.safety.UnattendedFlag;
import io.plumbline.safety.UnattendedFlagService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/**
 * Follow-up of clinical holds, for chiropractor and manager: held treatments, and referrals whose outcome is overdue;
 * for the manager also red flags that no chiropractor sees. No card if there are none; without clinical content.
 */
@Order(5)
@org.springframework.stereotype.Component
class HoldsToFollow implements StartPart {
    private static final int MOST = 100;

    private final UnattendedFlagService unattended;
    private final ReferralOutcomeService outcomes;
    private final HeldTreatmentService treatments;
    private final ClinicService clinics;

    HoldsToFollow(
            UnattendedFlagService unattended,
            ReferralOutcomeService outcomes,
            HeldTreatmentService treatments,
            ClinicService clinics) {
        this.unattended = unattended;
        this.outcomes = outcomes;
        this.treatments = treatments;
        this.clinics = clinics;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!CurrentUser.may(Permission.HOLD_FOLLOW)) {
            return List.of();
        }
        var treats = user.has(Role.CHIROPRACTOR);
        var rows = Stream.of(
                        unattended.waiting(MOST).stream().map(this::row),
                        treatments.unseen(MOST).stream().map(row -> row(row, treats)),
                        outcomes.overdue(MOST).stream().map(this::row))
                .flatMap(part -> part)
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new StartCard(
                        "Clinical holds to follow up",
                        "clinical hold",
                        rows.size(),
                        Tone.CLINICAL,
                        Icon.CLINICAL,
                        treats ? Routes.FLAGS : Routes.PATIENTS,
                        rows,
                        ""));
    }

    private StartCard.Row row(UnattendedFlag flag) {
        return new StartCard.Row(
                flag.patientName(),
                "Waiting for a chiropractor since " + Dates.dayAndTime(flag.waitingSince(), clinics.ownZone())
                        + ", and none treats this patient. Add one to the care team",
                StartCard.link("Open patient", Routes.patient(flag.patient()), flag.patientName()),
                RowUrgency.URGENT);
    }

    private StartCard.Row row(OverdueOutcome overdue) {
        return new StartCard.Row(
                overdue.patientName(),
                "Referral outcome overdue since " + Dates.dayAndTime(overdue.dueAt(), clinics.ownZone()),
                StartCard.link("Open patient", Routes.patient(overdue.patient()), overdue.patientName()),
                RowUrgency.OVERDUE_REFERRAL);
    }

    private StartCard.Row row(HeldTreatmentRow treatment, boolean treats) {
        var name = treatment.patientName();
        return new StartCard.Row(
                name,
                "Treated during a clinical hold on " + Dates.dayAndYear(treatment.treatedOn()) + " by "
                        + treatment.author(),
                Ui.div(
                        "cluster",
                        treats
                                ? StartCard.link("Read", Routes.note(treatment.note()), name)
                                : StartCard.link("Open patient", Routes.patient(treatment.patient()), name),
                        seen(treatment)),
                RowUrgency.SAFETY);
    }

    private Component seen(HeldTreatmentRow treatment) {
        var seen = new Button("Seen", e -> {
            treatments.see(treatment.note());
            StartCard.refresh();
        });
        seen.getElement().getThemeList().add("small");
        seen.setAriaLabel("Seen: " + treatment.patientName());
        return seen;
    }
}
