package io.plumbline.practitioners;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PractitionerConfig {
    @Bean
    static PractitionerModalities practitionerModalities() {
        return Shipped.read("clinical/vocabulary.json", PractitionerModalities.class);
    }
}
