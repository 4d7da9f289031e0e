package io.plumbline.exercises;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ExerciseId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages the exercise library. Every change carries the version that the current user saw. Changes throw
 * {@link NotAvailable} if the exercise does not exist, {@link StaleVersion} if a
 * colleague changed it in the meantime, {@link Refused} with a message for the user if a value is
 * invalid, and {@link Refused} if the status of the exercise does not allow the change.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.EXERCISE_READ)
public class ExerciseService {
    private final Exercises exercises;
    private final ExerciseEditions editions;
    private final ExerciseQuery query;
    private final ExerciseVocabulary vocabulary;
    private final ExerciseLibrary library;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExerciseService(
            Exercises exercises,
            ExerciseEditions editions,
            ExerciseQuery query,
            ExerciseVocabulary vocabulary,
            ExerciseLibrary library,
            ApplicationEventPublisher events,
            Clock clock) {
        this.exercises = exercises;
        this.editions = editions;
        this.query = query;
        this.vocabulary = vocabulary;
        this.library = library;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the exercises that match the filter, ordered by name.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    public List<ExerciseRow> list(ExerciseFilter filter, @Nullable ExerciseRow after, int limit) {
        return query.list(filter, after, limit);
    }

    /** Counts the active exercises. */
    public long count() {
        return query.count();
    }

    /** Finds an exercise with its versions. */
    public Optional<ExerciseDetails> open(ExerciseId id) {
        return query.find(id);
    }

    /** Returns all exercises by name for selection. */
    public List<ExerciseLabel> labels() {
        return query.labels();
    }

    /** Returns the exercises that are not retired, by name. */
    public List<ExerciseLabel> labelsInUse() {
        return query.labelsInUse();
    }

    /** Finds an exercise by the slug in a URL. */
    public Optional<ExerciseLabel> labelled(String slug) {
        return query.label(slug);
    }

    /** Returns the number of exercises in the bundled library. */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.EXERCISE_WRITE)
    public int librarySize() {
        return library.exercises().size();
    }

    /** Counts the exercises of the bundled library that are not in the database; retired exercises count as present. */
    @Requires(Permission.EXERCISE_WRITE)
    public int notYetAdded() {
        return missing().size();
    }

    /**
     * Adds the exercises of the bundled library that are missing, none of them signed off. Existing exercises stay
     * unchanged, so the call can be repeated.
     *
     * @return the number of exercises added
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public int addLibrary() {
        var missing = missing();
        for (var entry : missing) {
            vocabulary.refuseUnknownAreas(entry.areas());
            var exercise = exercises.save(Exercise.of(library, entry));
            editions.save(exercise.first(CurrentUser.current().staff(), clock.instant()));
        }
        if (!missing.isEmpty()) {
            events.publishEvent(new ExerciseEvent.LibraryImported(library.version(), missing.size()));
        }
        return missing.size();
    }

    private List<ExerciseLibrary.Entry> missing() {
        var here = query.slugs();
        return library.exercises().stream()
                .filter(entry -> !here.contains(entry.slug()))
                .toList();
    }

    /**
     * Adds an exercise that the clinic wrote itself, not signed off yet.
     *
     * @return the id of the exercise
     * @throws Refused if an exercise already has this name
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public ExerciseId add(ExerciseDraft draft) {
        vocabulary.refuseUnknownAreas(draft.areas());
        if (query.isNamed(draft.name())) {
            throw new Refused("An exercise with this name already exists. It may be retired");
        }
        var exercise = exercises.save(Exercise.ofClinic(draft));
        editions.save(exercise.first(CurrentUser.current().staff(), clock.instant()));
        return exercise.id();
    }

    /** Creates a new version with a reason; older versions stay readable. */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void revise(ExerciseId id, long version, ExerciseDraft draft, String reason) {
        ReasonWords.require("The reason", reason);
        vocabulary.refuseUnknownAreas(draft.areas());
        var exercise = seen(id, version);
        var edition = exercise.revise(draft, reason, CurrentUser.current().staff(), clock.instant());
        exercises.save(exercise);
        editions.save(edition);
    }

    /** Retires an exercise with a reason; it stays readable wherever it was prescribed. */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void retire(ExerciseId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var exercise = seen(id, version);
        exercise.retire(reason);
        exercises.save(exercise);
    }

    /** Makes a retired exercise active again. */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void bringBack(ExerciseId id, long version) {
        var exercise = seen(id, version);
        exercise.bringBack();
        exercises.save(exercise);
    }

    /** Signs off the newest version as the clinic's licensed lead. */
    @Transactional
    @Requires(Permission.EXERCISE_SIGN_OFF)
    public void signOff(ExerciseId id, long version) {
        var exercise = seen(id, version);
        exercise.signOff();
        var edition = editions.findByExerciseIdAndNumber(id.value(), exercise.number())
                .orElseThrow();
        edition.signOff(CurrentUser.current().staff(), clock.instant());
        editions.save(edition);
        exercises.save(exercise);
    }

    private Exercise seen(ExerciseId id, long version) {
        var exercise = exercises.findById(id.value()).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(exercise.version() == version, Exercise.class, id);
        return exercise;
    }
}
