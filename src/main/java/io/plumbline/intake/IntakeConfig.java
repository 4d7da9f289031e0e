package io.plumbline.intake;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfig {
    @Bean
    static IntakeVocabulary intakeVocabulary() {
        return Shipped.read("clinical/vocabulary.json", IntakeVocabulary.class);
    }
}
