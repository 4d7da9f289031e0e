package io.plumbline.exercises;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ExerciseEditions extends Repository<ExerciseEdition, UUID> {
    ExerciseEdition save(ExerciseEdition edition);

    Optional<ExerciseEdition> findByExerciseIdAndNumber(UUID exerciseId, int number);
}
