package io.plumbline.clinics.ui;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClinicBadge {
    @Bean
    static NavBadge clinicsCount(ClinicService clinics) {
        return NavBadge.of(
                Routes.CLINICS, "Your clinics, with hours and response target.", () -> clinics.findForCurrentUser()
                        .size());
    }
}
