package io.plumbline.schedule.ui;

import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleBadge {
    @Bean
    static NavBadge scheduleCount(ScheduleService schedule) {
        return NavBadge.of(Routes.SCHEDULE, "Appointments today, by time.", () -> schedule.today().stream()
                .filter(row -> row.status().isKept())
                .count());
    }
}
