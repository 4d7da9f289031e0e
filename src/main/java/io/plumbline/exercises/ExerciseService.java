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
import org.springframework.transaction.annotation.Propagation;
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
    private final ExerciseLibrary library;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExerciseService(
            Exercises exercises,
            ExerciseEditions editions,
            ExerciseShelf shelf,
            ExerciseVocabulary vocabulary,
            ExerciseLibrary library,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exercises = exercises;
        this.editions = editions;
        this.shelf = shelf;
        this.vocabulary = vocabulary;
        this.library = library;
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

    /** How many exercises the library has that comes with the portal. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.EXERCISE_WRITE)
    public int librarySize() {
        return library.exercises().size();
    }

    /** How many exercises of the library that comes with the portal are not in this store; retired ones are. */
    @Requires(Permission.EXERCISE_WRITE)
    public int notYetAdded() {
        return missing().size();
    }

    /**
     * Adds the library that comes with the portal: each of its exercises that is not here yet, signed off by nobody. What
     * is here stays as it is, so that it can be asked for again.
     *
     * @return how many were added
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public int addLibrary() {
        var missing = missing();
        for (var entry : missing) {
            vocabulary.refuseUnknownAreas(entry.areas());
            var exercise = exercises.save(Exercise.of(library, entry));
            editions.save(exercise.first(Caller.current().staff(), clock.instant()));
        }
        if (!missing.isEmpty()) {
            events.publishEvent(new LibraryImported(library.version(), missing.size()));
        }
        return missing.size();
    }

    private List<ExerciseLibrary.Entry> missing() {
        var here = shelf.slugs();
        return library.exercises().stream()
                .filter(entry -> !here.contains(entry.slug()))
                .toList();
    }

    /**
     * Adds an exercise that the clinic wrote itself, signed off by nobody yet.
     *
     * @return its id
     * @throws IllegalArgumentException if one is called the same
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public UUID add(ExerciseDraft draft) {
        vocabulary.refuseUnknownAreas(draft.areas());
        if (shelf.isNamed(draft.name())) {
            throw new IllegalArgumentException("There is an exercise of this name already, perhaps a retired one");
        }
        var exercise = exercises.save(Exercise.ofClinic(draft));
        editions.save(exercise.first(Caller.current().staff(), clock.instant()));
        return exercise.id();
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
