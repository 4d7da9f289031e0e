package io.plumbline.practitioners.ui;

import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PractitionerBadge {
    @Bean
    static NavBadge practitionersCount(PractitionerService practitioners) {
        return NavBadge.of(
                Routes.PRACTITIONERS, "Practitioners, with disciplines and clinics.", practitioners::countActive);
    }
}
