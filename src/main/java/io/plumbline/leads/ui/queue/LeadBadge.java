package io.plumbline.leads.ui.queue;

import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeadBadge {
    @Bean
    static NavBadge leadsCount(CallQueueService leads) {
        return NavBadge.calling(
                Routes.LEADS, "Leads past their response target.", leads::countOverdue, LeadEvent.class);
    }
}
