package io.plumbline.exercises;

import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One version of an exercise. It never changes, except that it is signed off once. */
@Entity
@Table(name = "exercise_version")
class ExerciseEdition implements Persistable<UUID> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID exerciseId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "exercise_group", updatable = false)
    private ExerciseGroup group;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ExerciseStage stage;

    @Enumerated(EnumType.STRING)
    @Column(name = "exercise_level", updatable = false)
    private @Nullable ExerciseLevel level;

    @Column(updatable = false)
    private String instruction;

    @Column(updatable = false)
    private String dose;

    @Column(updatable = false)
    private String caution;

    @Column(updatable = false)
    private String progression;

    @Column(updatable = false)
    private String areas;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private StaffId writtenBy;

    @Column(updatable = false)
    private Instant writtenAt;

    private @Nullable StaffId approvedBy;
    private @Nullable Instant approvedAt;

    @Transient
    private boolean isKept;

    static ExerciseEdition of(
            ExerciseId exercise, int number, ExerciseDraft draft, String reason, StaffId by, Instant at) {
        var edition = new ExerciseEdition();
        edition.id = Ids.next();
        edition.exerciseId = exercise.value();
        edition.number = number;
        edition.name = draft.name();
        edition.group = draft.group();
        edition.stage = draft.stage();
        edition.level = draft.level();
        edition.instruction = draft.instruction();
        edition.dose = draft.dose();
        edition.caution = draft.caution();
        edition.progression = draft.progression();
        edition.areas = String.join(",", draft.areas());
        edition.reason = TextLimit.required("The reason", reason, 400);
        edition.writtenBy = by;
        edition.writtenAt = at;
        return edition;
    }

    void signOff(StaffId by, Instant at) {
        approvedBy = by;
        approvedAt = at;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !isKept;
    }

    @PostLoad
    @PostPersist
    void keep() {
        isKept = true;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ExerciseEdition() {}
}
