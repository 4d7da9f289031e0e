package io.plumbline.plans.ui;

import io.plumbline.plans.PlanService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class PlanBadge implements NavBadge {
    private final PlanService plans;

    PlanBadge(PlanService plans) {
        this.plans = plans;
    }

    @Override
    public String place() {
        return Routes.PLANS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(plans.countActive(), "Active treatment plans.");
    }
}
