package io.plumbline.safety;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SafetyConfig {
    /** The current rules, with a link to the previous version. */
    @Bean
    static ScreeningRules screeningRules() {
        var rules = Shipped.read("clinical/red-flags.json", ScreeningRules.class);
        var first = Shipped.read("clinical/red-flags-1.json", ScreeningRules.class);
        return new ScreeningRules(rules.version(), rules.source(), rules.approvedBy(), rules.rules(), first);
    }
}
