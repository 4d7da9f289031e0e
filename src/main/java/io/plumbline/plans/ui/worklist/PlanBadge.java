package io.plumbline.plans.ui.worklist;

import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanBadge {
    @Bean
    static NavBadge plansCount(PlanWorklistService worklist) {
        return NavBadge.of(Routes.PLANS, "Active treatment plans.", worklist::countActive);
    }
}
