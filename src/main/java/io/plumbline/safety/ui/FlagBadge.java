package io.plumbline.safety.ui;

import io.plumbline.safety.ClearanceEvent;
import io.plumbline.safety.FlagDecisionUndone;
import io.plumbline.safety.FlagEvent;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FlagBadge {
    @Bean
    static NavBadge flagsCount(ReviewQueue queue) {
        return NavBadge.calling(
                Routes.FLAGS,
                "Red flags and leads for your decision.",
                queue::count,
                FlagEvent.Raised.class,
                FlagEvent.Taken.class,
                FlagEvent.Decided.class,
                FlagDecisionUndone.class,
                ClearanceEvent.class);
    }
}
