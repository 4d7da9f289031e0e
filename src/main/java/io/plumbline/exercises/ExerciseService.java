package io.plumbline.exercises;

import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The exercise library. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.EXERCISE_READ)
public class ExerciseService {
    private static final UUID FIRST = new UUID(0, 0);

    private final Exercises exercises;
    private final ApplicationEventPublisher events;

    ExerciseService(Exercises exercises, ApplicationEventPublisher events) {
        this.exercises = exercises;
        this.events = events;
    }

    /**
     * A page of the library by name.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<ExerciseRow> list(@Nullable ExerciseRow after, int limit) {
        return exercises.after(after == null ? "" : after.name(), after == null ? FIRST : after.id(), Limit.of(limit));
    }

    /** How many exercises the library has. */
    public long count() {
        return exercises.count();
    }

    /**
     * Takes the exercises of a library file over.
     *
     * @throws IllegalArgumentException if a text is too long for the library
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void importLibrary(ExerciseLibrary library) {
        library.exercises().forEach(entry -> exercises.save(Exercise.of(library, entry)));
        events.publishEvent(
                new LibraryImported(library.version(), library.exercises().size()));
    }
}
