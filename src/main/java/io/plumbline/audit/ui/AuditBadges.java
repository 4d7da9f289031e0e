package io.plumbline.audit.ui;

import io.plumbline.audit.AuditService;
import io.plumbline.audit.anomalies.AnomalyService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditBadges {
    @Bean
    static NavBadge auditCount(AuditService audit, Clock clock) {
        return NavBadge.of(
                Routes.AUDIT,
                "Entries of the last 24 hours.",
                () -> audit.countSince(clock.instant().minus(Duration.ofDays(1))));
    }

    @Bean
    static NavBadge anomaliesCount(AnomalyService anomalies) {
        return NavBadge.calling(Routes.ANOMALIES, "Unusual accesses to decide on.", anomalies::countOpen);
    }
}
