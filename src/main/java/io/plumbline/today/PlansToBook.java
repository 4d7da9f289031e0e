package io.plumbline.today;

import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plans without a next visit, for the manager. */
@Order(20)
@Component
class PlansToBook implements StartPart {
    private final PlanWorklistService worklist;

    PlansToBook(PlanWorklistService worklist) {
        this.worklist = worklist;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.MANAGER)) {
            return List.of();
        }
        var rows = worklist.findPage(PlanFilter.NOT_BOOKED, PlanNarrowing.NONE, null, StartCard.ROWS).stream()
                .map(PlansToBook::row)
                .toList();
        return List.of(new StartCard(
                "Plans without a next visit",
                "plan",
                rows.isEmpty() ? 0 : worklist.countNotBooked(),
                Tone.WARN,
                Icon.PLAN,
                Routes.plansNotBooked(),
                rows,
                "Every active plan has its next visit booked."));
    }

    private static StartCard.Row row(PlanRow plan) {
        return new StartCard.Row(
                plan.patientName(),
                plan.title() + ", " + plan.delivered() + " of " + plan.planned() + " visits · next planned for "
                        + Dates.day(plan.dueOn()),
                StartCard.link("Book", Routes.plan(plan.id()), plan.patientName()));
    }
}
