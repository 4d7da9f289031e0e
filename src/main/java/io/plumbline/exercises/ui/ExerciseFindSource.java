package io.plumbline.exercises.ui;

import io.plumbline.exercises.ExerciseFilter;
import io.plumbline.exercises.ExerciseRow;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds exercises by the words of their name and instruction. */
@Component
@Order(5)
class ExerciseFindSource implements FindSource {
    private final ExerciseService exercises;

    ExerciseFindSource(ExerciseService exercises) {
        this.exercises = exercises;
    }

    @Override
    public String heading() {
        return "Exercises";
    }

    @Override
    public boolean isForCurrentUser() {
        return CurrentUser.may(Permission.EXERCISE_READ);
    }

    @Override
    public List<Found> find(String typed, int most) {
        var byWords = new ExerciseFilter(typed, null, null, null, null, false, ExerciseStatus.ACTIVE);
        return exercises.list(byWords, null, most).stream()
                .map(ExerciseFindSource::found)
                .toList();
    }

    private static Found found(ExerciseRow row) {
        return new Found(row.id().value(), Icon.LIBRARY, row.name(), row.group().label(), Routes.exercise(row.id()));
    }
}
