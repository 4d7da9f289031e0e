package io.plumbline.exercises.ui;

import io.plumbline.exercises.ExerciseService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExerciseBadge {
    @Bean
    static NavBadge exercisesCount(ExerciseService exercises) {
        return NavBadge.of(
                Routes.EXERCISES, "Exercises to choose from, with dose, caution and source.", exercises::count);
    }
}
