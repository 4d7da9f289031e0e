package io.plumbline.patients.consents;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentTextConfig {
    @Bean
    static ConsentTextExamples consentTextExamples() {
        return Shipped.read("clinical/consent-texts.json", ConsentTextExamples.class);
    }
}
