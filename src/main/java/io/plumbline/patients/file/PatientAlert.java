package io.plumbline.patients.file;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertId;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRegions;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.UndoRule;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "patient_alert")
class PatientAlert extends Aggregate<PatientAlert> {
    static final int LONGEST_WORDS = 160;

    private PatientId patientId;

    @Enumerated(EnumType.STRING)
    private AlertKind kind;

    private String words;

    @Enumerated(EnumType.STRING)
    private AlertAudience audience;

    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private Instant addedAt;
    private StaffId addedBy;
    private @Nullable StaffId endedBy;
    private @Nullable Instant endedAt;
    private @Nullable LocalDate beforeEndsOn;
    private @Nullable Instant undoneAt;
    private @Nullable UUID operationId;

    /** As {@link AlertRegions} stores them. */
    private @Nullable String regions;

    static PatientAlert added(PatientId patient, AlertDraft draft, OperationId operation, StaffId by, Instant at) {
        if (draft.endsOn() != null && draft.endsOn().isBefore(draft.startsOn())) {
            throw new Refused("The last day is before the first");
        }
        var alert = new PatientAlert();
        alert.id = Ids.next();
        alert.patientId = patient;
        alert.kind = draft.kind();
        alert.words = draft.kind().speaksForItself()
                ? TextLimit.optional("The alert", draft.words(), LONGEST_WORDS)
                : TextLimit.required("What must not be overlooked", draft.words(), LONGEST_WORDS);
        alert.audience = draft.audience();
        alert.regions = regionsOf(draft.kind(), draft.regions());
        alert.startsOn = draft.startsOn();
        alert.endsOn = draft.endsOn();
        alert.addedAt = at;
        alert.addedBy = by;
        alert.operationId = operation.value();
        alert.registerEvent(new AlertEvent.Added(alert.id(), patient, draft.audience()));
        return alert;
    }

    private static @Nullable String regionsOf(AlertKind kind, Set<BodyRegion> regions) {
        if (!regions.isEmpty() && !kind.mayHaveRegions()) {
            throw new Refused("An alert of this type applies to the whole body");
        }
        if (regions.size() > AlertRegions.MOST) {
            throw new Refused("Areas of the body: at most " + AlertRegions.MOST);
        }
        return AlertRegions.text(regions);
    }

    /**
     * Says where on the body the alert applies.
     *
     * @param now empty for the whole body
     * @throws Refused if it has ended or was undone, its kind has no regions, or they are too many; the message is for the
     *     user
     */
    void applyTo(Set<BodyRegion> now, LocalDate today) {
        requireNotUndone();
        if (endsOn != null && endsOn.isBefore(today)) {
            throw new Refused("This alert has already ended");
        }
        regions = regionsOf(kind, now);
        registerEvent(new AlertEvent.RegionsSet(id(), patientId));
    }

    /** Ends the alert: it no longer applies from today on. One that has not begun yet never applies. */
    void end(StaffId by, Instant at, LocalDate today) {
        requireNotUndone();
        if (endsOn != null && endsOn.isBefore(today)) {
            throw new Refused("This alert has already ended");
        }
        beforeEndsOn = endsOn;
        endsOn = today.minusDays(1);
        endedBy = by;
        endedAt = at;
        registerEvent(new AlertEvent.Ended(id(), patientId));
    }

    /**
     * Undoes the addition for its author, within ten minutes and only if the alert was not ended since. The alert then
     * never applied.
     *
     * @return when it was added
     * @throws Refused otherwise; the message is for the user
     */
    Instant undoAddition(StaffId by, Instant at) {
        requireNotUndone();
        if (endedAt != null) {
            throw new Refused("This alert was ended since and stays on record");
        }
        UndoRule.require(by, at, addedBy, addedAt);
        undoneAt = at;
        registerEvent(new AlertEvent.AdditionUndone(id(), patientId));
        return addedAt;
    }

    /**
     * Undoes the end of the alert for the person who ended it, within ten minutes. The alert applies again until the
     * last day that it had before.
     *
     * @return when it was ended
     * @throws Refused otherwise; the message is for the user
     */
    Instant undoEnd(StaffId by, Instant at) {
        var ended = endedAt;
        if (ended == null) {
            throw new Refused("This alert has not been ended, or that was undone");
        }
        UndoRule.require(by, at, endedBy, ended);
        endsOn = beforeEndsOn;
        beforeEndsOn = null;
        endedBy = null;
        endedAt = null;
        registerEvent(new AlertEvent.EndUndone(id(), patientId));
        return ended;
    }

    private void requireNotUndone() {
        if (undoneAt != null) {
            throw new Refused("Adding this alert was undone");
        }
    }

    AlertId id() {
        return new AlertId(id);
    }

    PatientId patient() {
        return patientId;
    }

    AlertAudience audience() {
        return audience;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PatientAlert() {}
}
