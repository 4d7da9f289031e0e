package io.plumbline.exercises;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ExerciseConfig {
    @Bean
    static ExerciseVocabulary exerciseVocabulary(
            JsonMapper json, @Value("classpath:clinical/vocabulary.json") Resource file) throws IOException {
        return read(json, file, ExerciseVocabulary.class);
    }

    @Bean
    static ExerciseLibrary exerciseLibrary(JsonMapper json, @Value("classpath:clinical/exercises.json") Resource file)
            throws IOException {
        return read(json, file, ExerciseLibrary.class);
    }

    private static <T> T read(JsonMapper json, Resource file, Class<T> type) throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, type);
        }
    }
}
