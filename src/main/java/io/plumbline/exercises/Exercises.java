package io.plumbline.exercises;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Exercises extends Repository<Exercise, UUID> {
    Exercise save(Exercise exercise);

    Optional<Exercise> findById(UUID id);
}
