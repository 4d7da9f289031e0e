package io.plumbline.exercises;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** An exercise with the content of its newest version; each version is also kept as an {@link ExerciseEdition}. */
@Entity
@Table(name = "exercise")
class Exercise extends AbstractAggregateRoot<Exercise> {
    private static final String FROM_LIBRARY = "Added from the library";
    private static final String OF_CLINIC = "Written at the clinic";
    private static final String NO_LIBRARY = "";
    private static final int LONGEST_SLUG = 40;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String slug;
    private int number;
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "exercise_group")
    private ExerciseGroup group;

    @Enumerated(EnumType.STRING)
    private ExerciseStage stage;

    @Enumerated(EnumType.STRING)
    @Column(name = "exercise_level")
    private @Nullable ExerciseLevel level;

    @Enumerated(EnumType.STRING)
    private ExerciseStatus status;

    private @Nullable String retiredReason;
    private @Nullable Integer approvedNumber;
    private @Nullable String instruction;
    private @Nullable String dose;
    private @Nullable String caution;
    private @Nullable String progression;
    private int namedIn;
    private boolean onClinicPage;
    private String source;
    private String libraryVersion;

    @ElementCollection
    @CollectionTable(name = "exercise_area", joinColumns = @JoinColumn(name = "exercise_id"))
    @Column(name = "area")
    private Set<String> areas = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "exercise_word", joinColumns = @JoinColumn(name = "exercise_id"))
    @Column(name = "word")
    private Set<String> words = new HashSet<>();

    static Exercise of(ExerciseLibrary library, ExerciseLibrary.Entry entry) {
        var exercise = new Exercise();
        exercise.id = Ids.next();
        exercise.slug = TextLimit.required("The short name", entry.slug(), 40);
        exercise.number = 1;
        exercise.status = ExerciseStatus.ACTIVE;
        exercise.say(entry.draft());
        exercise.namedIn = entry.namedIn();
        exercise.onClinicPage = entry.alsoClinicPage();
        exercise.source = TextLimit.required("The source", library.source(), 400);
        exercise.libraryVersion = TextLimit.required("The version", library.version(), 16);
        return exercise;
    }

    /** Creates an exercise that comes from no library. */
    static Exercise ofClinic(ExerciseDraft draft) {
        var exercise = new Exercise();
        exercise.id = Ids.next();
        exercise.slug = slug(draft.name(), exercise.id);
        exercise.number = 1;
        exercise.status = ExerciseStatus.ACTIVE;
        exercise.say(draft);
        exercise.source = OF_CLINIC;
        exercise.libraryVersion = NO_LIBRARY;
        exercise.registerEvent(new ExerciseEvent.Added(exercise.id()));
        return exercise;
    }

    /** Returns a readable slug that is unique because it contains part of the id. */
    private static String slug(String name, UUID id) {
        var own = "-" + id.toString().substring(24);
        var words = TextWords.of(List.of(name)).stream().sorted().collect(Collectors.joining("-"));
        var readable = words.replaceAll("[^a-z0-9-]", "");
        return readable.substring(0, Math.min(readable.length(), LONGEST_SLUG - own.length())) + own;
    }

    /** Returns the first version. */
    ExerciseEdition first(StaffId by, Instant at) {
        var reason = libraryVersion.equals(NO_LIBRARY) ? OF_CLINIC : FROM_LIBRARY;
        return ExerciseEdition.of(id(), number, draft(), reason, by, at);
    }

    /**
     * Creates a new version, which is not signed off yet.
     *
     * @throws Refused if nothing is changed or the reason is missing
     * @throws Refused if the exercise is retired
     */
    ExerciseEdition revise(ExerciseDraft draft, String reason, StaffId by, Instant at) {
        if (status == ExerciseStatus.RETIRED) {
            throw new Refused("Restore a retired exercise before you edit it");
        }
        var fields = RecordVersions.changedFields(draft(), draft);
        if (fields.isEmpty()) {
            throw new Refused("Nothing has been changed yet");
        }
        var edition = ExerciseEdition.of(id(), number + 1, draft, reason, by, at);
        say(draft);
        number++;
        registerEvent(new ExerciseEvent.Revised(id(), number, fields));
        return edition;
    }

    void retire(String reason) {
        var why = TextLimit.required("The reason", reason, 400);
        moveTo(ExerciseStatus.RETIRED);
        retiredReason = why;
    }

    void bringBack() {
        moveTo(ExerciseStatus.ACTIVE);
        retiredReason = null;
    }

    /** Marks the newest version as signed off. */
    void signOff() {
        if (Objects.equals(approvedNumber, number)) {
            throw new Refused("This version is already signed off");
        }
        approvedNumber = number;
        registerEvent(new ExerciseEvent.SignedOff(id(), number));
    }

    private void moveTo(ExerciseStatus next) {
        if (!status.canBecome(next)) {
            throw new Refused("This exercise is already " + status.label().toLowerCase(Locale.ROOT));
        }
        registerEvent(new ExerciseEvent.StatusChanged(id(), status, next));
        status = next;
    }

    private void say(ExerciseDraft draft) {
        name = draft.name();
        group = draft.group();
        stage = draft.stage();
        level = draft.level();
        instruction = orNull(draft.instruction());
        dose = orNull(draft.dose());
        caution = orNull(draft.caution());
        progression = orNull(draft.progression());
        replace(areas, draft.areas());
        replace(
                words,
                TextWords.of(List.of(
                        draft.name(), draft.instruction(), draft.dose(), draft.caution(), group.label(), slug)));
    }

    private static void replace(Set<String> kept, Set<String> next) {
        kept.retainAll(next);
        kept.addAll(next);
    }

    private ExerciseDraft draft() {
        return new ExerciseDraft(
                name,
                group,
                stage,
                level,
                orEmpty(instruction),
                orEmpty(dose),
                orEmpty(caution),
                orEmpty(progression),
                areas);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    ExerciseId id() {
        return new ExerciseId(id);
    }

    int number() {
        return number;
    }

    long version() {
        return version == null ? -1 : version;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Exercise() {}
}
