package io.plumbline.diagnoses;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DiagnosisConfig {
    @Bean
    static ShippedDiagnoses shippedDiagnoses(JsonMapper json, @Value("classpath:clinical/diagnoses.json") Resource file)
            throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, ShippedDiagnoses.class);
        }
    }

    /** Read once: after an import the portal is started again. */
    @Bean
    static Diagnoses diagnoses(ShippedDiagnoses shipped, OfficialCodeStore official) {
        return Diagnoses.of(shipped, official.all());
    }
}
