package io.plumbline.recalls.ui;

import io.plumbline.recalls.RecallListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecallBadge {
    @Bean
    static NavBadge recallsCount(RecallListService recalls) {
        return NavBadge.of(Routes.RECALLS, "Patients to call back today.", recalls::countDue);
    }
}
