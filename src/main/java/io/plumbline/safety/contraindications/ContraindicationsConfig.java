package io.plumbline.safety.contraindications;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ContraindicationsConfig {
    @Bean
    static ContraindicationRules contraindicationRules(
            JsonMapper json, @Value("classpath:clinical/contraindications.json") Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, ContraindicationRules.class);
        }
    }
}
