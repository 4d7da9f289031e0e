package io.plumbline.plans.templates;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TemplateConfig {
    @Bean
    static TemplateExamples templateExamples(
            JsonMapper json, @Value("classpath:clinical/plan-templates.json") Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, TemplateExamples.class);
        }
    }
}
