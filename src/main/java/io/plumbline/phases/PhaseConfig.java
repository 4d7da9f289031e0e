package io.plumbline.phases;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PhaseConfig {
    @Bean
    static PhaseDefaults phaseDefaults(JsonMapper json, @Value("classpath:clinical/phase-rules.json") Resource file)
            throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, PhaseDefaults.class);
        }
    }

    @Bean
    static StepRules stepRules(JsonMapper json, @Value("classpath:clinical/step-rules.json") Resource file)
            throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, StepRules.class);
        }
    }
}
