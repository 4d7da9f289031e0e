package io.plumbline.answers;

import io.plumbline.exercises.ExerciseLibrary;
import io.plumbline.shared.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerConfig {
    @Bean
    static AnswerTerms answerTerms(ExerciseLibrary library) {
        return new AnswerTerms(library, Shipped.read("clinical/answer-terms.json", AnswerTerms.File.class));
    }
}
