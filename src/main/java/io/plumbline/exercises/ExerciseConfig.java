package io.plumbline.exercises;

import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExerciseConfig {
    @Bean
    static ExerciseVocabulary exerciseVocabulary() {
        return Shipped.read("clinical/vocabulary.json", ExerciseVocabulary.class);
    }

    @Bean
    static ExerciseLibrary exerciseLibrary() {
        return Shipped.read("clinical/exercises.json", ExerciseLibrary.class);
    }
}
