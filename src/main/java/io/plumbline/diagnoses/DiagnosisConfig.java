package io.plumbline.diagnoses;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiagnosisConfig {
    @Bean
    static ShippedDiagnoses shippedDiagnoses() {
        return Shipped.read("clinical/diagnoses.json", ShippedDiagnoses.class);
    }

    /** Read once: after an import the portal is started again. */
    @Bean
    static Diagnoses diagnoses(ShippedDiagnoses shipped, OfficialCodeStore official) {
        return Diagnoses.of(shipped, official.all());
    }
}
