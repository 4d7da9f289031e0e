package io.plumbline.exercises.ui;

import io.plumbline.exercises.ExerciseService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class ExerciseBadge implements NavBadge {
    private final ExerciseService exercises;

    ExerciseBadge(ExerciseService exercises) {
        this.exercises = exercises;
    }

    @Override
    public String place() {
        return Routes.EXERCISES;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(exercises.count(), "Exercises to choose from, with dose, caution and source.");
    }
}
