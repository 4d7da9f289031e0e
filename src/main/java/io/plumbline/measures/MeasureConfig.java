package io.plumbline.measures;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeasureConfig {
    @Bean
    static OutcomeMeasures outcomeMeasures() {
        return Shipped.read("clinical/measures.json", OutcomeMeasures.class);
    }
}
