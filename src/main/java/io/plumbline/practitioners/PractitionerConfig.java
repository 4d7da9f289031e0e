package io.plumbline.practitioners;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PractitionerConfig {
    @Bean
    static PractitionerModalities practitionerModalities(
            JsonMapper json, @Value("classpath:clinical/vocabulary.json") Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, PractitionerModalities.class);
        }
    }
}
