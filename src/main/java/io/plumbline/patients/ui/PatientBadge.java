package io.plumbline.patients.ui;

import io.plumbline.patients.PatientService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PatientBadge {
    @Bean
    static NavBadge patientsCount(PatientService patients) {
        return NavBadge.of(Routes.PATIENTS, "Patients you have access to.", patients::count);
    }
}
