package io.plumbline.exercises;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The exercise library. Every change carries the version that the caller saw, and throws
 * {@link NoSuchElementException} where there is no such exercise, {@link ObjectOptimisticLockingFailureException} where a
 * colleague changed it meanwhile, {@link IllegalArgumentException} where what is typed cannot be kept, in words for who
 * typed it, and {@link IllegalStateException} where its status does not allow it.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.EXERCISE_READ)
public class ExerciseService {
    private final Exercises exercises;
    private final ExerciseEditions editions;
    private final ExerciseShelf shelf;
    private final ExerciseVocabulary vocabulary;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExerciseService(
            Exercises exercises,
            ExerciseEditions editions,
            ExerciseShelf shelf,
            ExerciseVocabulary vocabulary,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exercises = exercises;
        this.editions = editions;
        this.shelf = shelf;
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of the exercises that are looked for, by name.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<ExerciseRow> list(ExerciseFilter filter, @Nullable ExerciseRow after, int limit) {
        return shelf.list(filter, after, limit);
    }

    /** How many exercises are in use. */
    public long count() {
        return shelf.count();
    }

    /** An exercise with its versions; empty where there is none. */
    public Optional<ExerciseDetails> open(UUID id) {
        return shelf.find(id);
    }

    /** All exercises by name, to choose from. */
    public List<ExerciseLabel> labels() {
        return shelf.labels();
    }

    /** An exercise by the short name that an address carries. */
    public Optional<ExerciseLabel> labelled(String slug) {
        return shelf.label(slug);
    }

    /**
     * Takes the exercises of a library file over.
     *
     * @throws IllegalArgumentException if a text is too long for the library
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void importLibrary(ExerciseLibrary library) {
        for (var entry : library.exercises()) {
            vocabulary.refuseUnknownAreas(entry.areas());
            var exercise = exercises.save(Exercise.of(library, entry));
            editions.save(exercise.first(Caller.current().staff(), clock.instant()));
        }
        events.publishEvent(
                new LibraryImported(library.version(), library.exercises().size()));
    }

    /** Writes a new version, with the reason for it; the old ones stay readable. */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void revise(UUID id, long version, ExerciseDraft draft, String reason) {
        vocabulary.refuseUnknownAreas(draft.areas());
        var exercise = seen(id, version);
        var edition = exercise.revise(draft, reason, Caller.current().staff(), clock.instant());
        exercises.save(exercise);
        editions.save(edition);
    }

    /** Takes an exercise out of use, with a reason; it stays readable where it was given. */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void retire(UUID id, long version, String reason) {
        var exercise = seen(id, version);
        exercise.retire(reason);
        exercises.save(exercise);
    }

    /** Brings a retired exercise back into use. */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void bringBack(UUID id, long version) {
        var exercise = seen(id, version);
        exercise.bringBack();
        exercises.save(exercise);
    }

    /** Signs the newest version off, as the clinic's licensed lead. */
    @Transactional
    @Requires(Permission.EXERCISE_SIGN_OFF)
    public void signOff(UUID id, long version) {
        var exercise = seen(id, version);
        exercise.signOff();
        var edition = editions.findByExerciseIdAndNumber(id, exercise.number()).orElseThrow();
        edition.signOff(Caller.current().staff(), clock.instant());
        editions.save(edition);
        exercises.save(exercise);
    }

    private Exercise seen(UUID id, long version) {
        var exercise = exercises.findById(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (exercise.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Exercise.class, id);
        }
        return exercise;
    }
}
