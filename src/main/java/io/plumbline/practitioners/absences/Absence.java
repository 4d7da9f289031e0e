package io.plumbline.practitioners.absences;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "practitioner_absence")
class Absence extends AbstractAggregateRoot<Absence> {
    private static final int LONGEST_DAYS = 731;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private StaffId practitionerId;
    private LocalDate fromOn;
    private LocalDate untilOn;
    private @Nullable LocalTime startsAt;
    private @Nullable LocalTime endsAt;

    @Enumerated(EnumType.STRING)
    private AbsenceKind kind;

    private String note;
    private boolean withdrawn;
    private UUID operation;

    static Absence noted(StaffId practitioner, AbsenceDraft draft, OperationId operation) {
        refuseImpossible(draft);
        var absence = new Absence();
        absence.id = Ids.next();
        absence.practitionerId = practitioner;
        absence.fromOn = draft.from();
        absence.untilOn = draft.until();
        absence.startsAt = draft.startsAt();
        absence.endsAt = draft.endsAt();
        absence.kind = draft.kind();
        absence.note = TextLimit.optional("The note", draft.note(), 200);
        absence.operation = operation.value();
        absence.registerEvent(new AbsenceChanged(absence.id(), practitioner, false));
        return absence;
    }

    private static void refuseImpossible(AbsenceDraft draft) {
        if (draft.until().isBefore(draft.from())) {
            throw new Refused("The last day away is before the first");
        }
        if (ChronoUnit.DAYS.between(draft.from(), draft.until()) >= LONGEST_DAYS) {
            throw new Refused("An absence can last at most two years. Deactivate a practitioner who leaves");
        }
        var starts = draft.startsAt();
        var ends = draft.endsAt();
        if (starts == null && ends == null) {
            return;
        }
        if (starts == null || ends == null) {
            throw new Refused("A partial day needs a start and an end time");
        }
        if (!draft.from().equals(draft.until())) {
            throw new Refused("Only a single day can be a partial absence");
        }
        if (!starts.isBefore(ends)) {
            throw new Refused("An absence must start before it ends");
        }
    }

    /** Withdraws the absence: it does not take place. */
    void withdraw() {
        if (withdrawn) {
            throw new Refused("This absence was already withdrawn");
        }
        withdrawn = true;
        registerEvent(new AbsenceChanged(id(), practitionerId, true));
    }

    AbsenceId id() {
        return new AbsenceId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    StaffId practitioner() {
        return practitionerId;
    }

    AbsenceRow row() {
        return new AbsenceRow(id(), version(), practitionerId, fromOn, untilOn, startsAt, endsAt, kind, note);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Absence() {}
}
