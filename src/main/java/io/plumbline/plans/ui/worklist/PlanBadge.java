package io.plumbline.plans.ui.worklist;

import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class PlanBadge implements NavBadge {
    private final PlanWorklistService worklist;

    PlanBadge(PlanWorklistService worklist) {
        this.worklist = worklist;
    }

    @Override
    public String place() {
        return Routes.PLANS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(worklist.countActive(), "Active treatment plans.");
    }
}
