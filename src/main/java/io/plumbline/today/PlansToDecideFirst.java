package io.plumbline.today;

import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The treatment plans whose patient is worse or is to be referred, for the chiropractor, until the patient is examined or
 * the referral is written or taken back. No card if there are none.
 */
@Order(7)
@Component
class PlansToDecideFirst implements StartPart {
    private static final int MOST = 100;

    private final PlanWorklistService plans;

    PlansToDecideFirst(PlanWorklistService plans) {
        this.plans = plans;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.CHIROPRACTOR)) {
            return List.of();
        }
        var rows = plans.findToDecideFirst(MOST).stream()
                .map(PlansToDecideFirst::row)
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new StartCard(
                        "Plans to decide first",
                        "treatment plan",
                        rows.size(),
                        Tone.CLINICAL,
                        Icon.CLINICAL,
                        Routes.PLANS,
                        rows,
                        ""));
    }

    private static StartCard.Row row(PlanRow plan) {
        var course = plan.course();
        return course.referralOpenOn() == null
                ? row(plan, course.reviewLabel(), "Open plan", Routes.plan(plan.id()))
                : row(plan, course.referralLabel(), "Refer", Routes.newReferral(plan.patient(), plan.id()));
    }

    private static StartCard.Row row(PlanRow plan, String words, String act, String address) {
        return new StartCard.Row(plan.patientName(), words, StartCard.link(act, address, plan.patientName()));
    }
}
