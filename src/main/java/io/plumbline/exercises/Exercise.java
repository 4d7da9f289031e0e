package io.plumbline.exercises;

import io.plumbline.shared.Ids;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "exercise")
class Exercise {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String slug;
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "exercise_group")
    private ExerciseGroup group;

    @Enumerated(EnumType.STRING)
    private ExerciseStage stage;

    private @Nullable String instruction;
    private @Nullable String dose;
    private @Nullable String caution;
    private @Nullable String progression;
    private int namedIn;
    private boolean onClinicPage;
    private String source;
    private String libraryVersion;

    static Exercise of(ExerciseLibrary library, ExerciseLibrary.Entry entry) {
        var exercise = new Exercise();
        exercise.id = Ids.next();
        exercise.slug = TextLimit.required("The short name", entry.slug(), 40);
        exercise.name = TextLimit.required("The name", entry.name(), 80);
        exercise.group = entry.group();
        exercise.stage = entry.stage();
        exercise.instruction = within("The instruction", entry.instruction(), 1000);
        exercise.dose = within("The dose", entry.dose(), 400);
        exercise.caution = within("The caution", entry.caution(), 400);
        exercise.progression = within("The progression", entry.progression(), 400);
        exercise.namedIn = entry.namedIn();
        exercise.onClinicPage = entry.alsoClinicPage();
        exercise.source = TextLimit.required("The source", library.source(), 400);
        exercise.libraryVersion = TextLimit.required("The version", library.version(), 16);
        return exercise;
    }

    private static @Nullable String within(String what, @Nullable String text, int most) {
        return text == null ? null : TextLimit.optional(what, text, most);
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Exercise() {}
}
