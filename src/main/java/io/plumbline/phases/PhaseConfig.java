package io.plumbline.phases;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PhaseConfig {
    @Bean
    static PhaseDefaults phaseDefaults() {
        return Shipped.read("clinical/phase-rules.json", PhaseDefaults.class);
    }

    @Bean
    static StepRules stepRules() {
        return Shipped.read("clinical/step-rules.json", StepRules.class);
    }
}
