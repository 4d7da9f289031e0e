package io.plumbline.answers;

import io.plumbline.exercises.ExerciseLibrary;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AnswerConfig {
    @Bean
    static AnswerTerms answerTerms(
            JsonMapper json, ExerciseLibrary library, @Value("classpath:clinical/answer-terms.json") Resource terms)
            throws IOException {
        try (var in = terms.getInputStream()) {
            return new AnswerTerms(library, json.readValue(in, AnswerTerms.File.class));
        }
    }
}
