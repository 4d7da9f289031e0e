package io.plumbline.safety.contraindications;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContraindicationsConfig {
    @Bean
    static ContraindicationRules contraindicationRules() {
        return Shipped.read("clinical/contraindications.json", ContraindicationRules.class);
    }
}
