package io.plumbline.safety;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SafetyConfig {
    /** The current rules, with a link to the previous version. */
    @Bean
    static ScreeningRules screeningRules(
            JsonMapper json,
            @Value("classpath:clinical/red-flags.json") Resource now,
            @Value("classpath:clinical/red-flags-1.json") Resource first)
            throws IOException {
        var rules = read(json, now);
        return new ScreeningRules(
                rules.version(), rules.source(), rules.approvedBy(), rules.rules(), read(json, first));
    }

    private static ScreeningRules read(JsonMapper json, Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, ScreeningRules.class);
        }
    }
}
