package io.plumbline.plans.templates;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfig {
    @Bean
    static TemplateExamples templateExamples() {
        return Shipped.read("clinical/plan-templates.json", TemplateExamples.class);
    }
}
