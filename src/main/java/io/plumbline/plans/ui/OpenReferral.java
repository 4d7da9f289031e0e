package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanReferralService;
import io.plumbline.shared.Count;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;

/** Says above a plan that its patient is to be referred and nobody has written the referral, and asks about what is booked. */
final class OpenReferral {
    private OpenReferral() {}

    /** Opens the referral of a patient, filled in with what was decided about a plan. */
    static void write(PlanDetails plan) {
        var to = new Location(address(plan));
        Ui.navigate(to.getPath(), to.getQueryParameters());
    }

    private static String address(PlanDetails plan) {
        return Routes.newReferral(plan.patient(), plan.id());
    }

    /**
     * @param since the day of the decision
     * @param mayAct whether the current user writes referrals and takes decisions back
     */
    static Component of(PlanDetails plan, LocalDate since, PlanReferralService referrals, boolean mayAct) {
        var words = Ui.div(
                "stack-0 grow",
                Ui.text("strong", "Referral decided on " + Dates.dayAndYear(since) + ", and not written yet"));
        var acts = Ui.div("cluster");
        if (mayAct) {
            var write = new Anchor(address(plan), "Write the referral");
            write.addClassName("act");
            acts.add(write, new Button("Withdraw the decision…", e -> takeBack(plan, referrals)));
        }
        var booked = plan.stillBooked();
        if (!booked.isEmpty()) {
            words.add(Ui.text(
                    "",
                    Count.of(booked.size(), "visit is", "visits are") + " booked, the next on "
                            + Dates.day(booked.getFirst().on()) + ". Do they take place before the answer?"));
            if (mayAct) {
                acts.add(new Button("Cancel booked visits…", e -> cancel(plan, referrals)));
            }
        }
        var banner = new Div(Icon.ALERT.create(), words, acts);
        banner.addClassNames("banner", "tone-warn");
        banner.getElement().setAttribute("role", "status");
        return banner;
    }

    private static void takeBack(PlanDetails plan, PlanReferralService referrals) {
        new ReasonDialog(
                        "Withdraw the decision to refer",
                        "The patient is not referred. The decision and your reason stay on record.",
                        "Take back",
                        reason -> Attempt.refusalOf(
                                () -> {
                                    referrals.takeBack(plan.id(), plan.version(), reason);
                                    PlanHead.showChanged();
                                },
                                () -> ChangedPlan.OPEN_AGAIN))
                .open();
    }

    private static void cancel(PlanDetails plan, PlanReferralService referrals) {
        new ReasonDialog(
                        "Cancel the booked visits",
                        "The front desk reads the reason: enter nothing clinical. Call the patient; the portal does not.",
                        "Cancel visits",
                        reason -> Attempt.refusalOf(
                                () -> {
                                    referrals.cancelBooked(plan.id(), plan.version(), reason);
                                    PlanHead.showChanged();
                                },
                                () -> ChangedPlan.OPEN_AGAIN))
                .open();
    }
}
