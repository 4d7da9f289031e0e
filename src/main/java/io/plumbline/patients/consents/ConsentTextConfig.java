package io.plumbline.patients.consents;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ConsentTextConfig {
    @Bean
    static ConsentTextExamples consentTextExamples(
            JsonMapper json, @Value("classpath:clinical/consent-texts.json") Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, ConsentTextExamples.class);
        }
    }
}
