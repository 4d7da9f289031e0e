package io.plumbline.notes;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoteConfig {
    @Bean
    static Modalities modalities() {
        return Shipped.read("clinical/vocabulary.json", Modalities.class);
    }
}
