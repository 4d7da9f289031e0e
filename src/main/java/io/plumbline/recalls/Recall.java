package io.plumbline.recalls;

import io.plumbline.recalls.RecallRules.Need;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One patient on the recall board, from the first reason to the outcome; a later reason uses the same row again. */
@Entity
@Table(name = "recall")
class Recall extends AbstractAggregateRoot<Recall> {
    /** A claim without a result expires after this time. */
    private static final Duration CALL_LASTS = Duration.ofMinutes(10);

    /** The place of those with a day for the next contact. */
    private static final int DATED = 0;

    @Id
    private UUID patientId;

    @Version
    private @Nullable Long version;

    private ClinicId clinicId;

    @Enumerated(EnumType.STRING)
    private RecallStatus status;

    @Enumerated(EnumType.STRING)
    private RecallReason reason;

    private LocalDate reasonSince;
    private @Nullable LocalDate lastVisitOn;
    private @Nullable LocalDate plannedOn;
    private int place;
    private LocalDate dueOn;
    private int attempts;

    @Enumerated(EnumType.STRING)
    private @Nullable RecallResult lastResult;

    private @Nullable StaffId claimedBy;
    private @Nullable Instant claimedUntil;
    private @Nullable LocalDate settledOn;

    static Recall begun(PatientId patient, Need need, RecallFacts facts) {
        var recall = new Recall();
        recall.patientId = patient.value();
        recall.begin(need, facts);
        return recall;
    }

    private void begin(Need need, RecallFacts facts) {
        status = RecallStatus.OPEN;
        attempts = 0;
        lastResult = null;
        settledOn = null;
        release();
        describe(facts);
        callFor(need);
        registerEvent(new RecallChanged(clinicId));
    }

    private void describe(RecallFacts facts) {
        clinicId = facts.clinic();
        lastVisitOn = facts.lastVisitOn();
        plannedOn = facts.plannedOn();
    }

    private void callFor(Need need) {
        reason = need.reason();
        reasonSince = need.since();
        place = need.reason().place();
        dueOn = need.since();
    }

    /** Follows the facts while there is a reason to call. */
    void follow(Need need, RecallFacts facts) {
        if (status == RecallStatus.DECLINED && !isNews(facts)) {
            return;
        }
        if (status != RecallStatus.OPEN) {
            begin(need, facts);
            return;
        }
        var before = clinicId;
        var isMissedAgain = need.reason() == RecallReason.MISSED && need.since().isAfter(reasonSince);
        describe(facts);
        if (place != DATED || isMissedAgain) {
            callFor(need);
        } else {
            // what was agreed with the patient stays
            reason = need.reason();
            reasonSince = need.since();
        }
        registerEvent(new RecallChanged(clinicId));
        if (!before.equals(clinicId)) {
            registerEvent(new RecallChanged(before));
        }
    }

    /** Returns whether the patient came, or was to come, since the answer. */
    private boolean isNews(RecallFacts facts) {
        return isAfterAnswer(facts.lastVisitOn()) || isAfterAnswer(facts.missedOn());
    }

    private boolean isAfterAnswer(@Nullable LocalDate day) {
        return day != null && settledOn != null && day.isAfter(settledOn);
    }

    /**
     * Takes the patient off the board, since there is no reason to call any more.
     *
     * @param isBooked whether that is because a visit is booked
     */
    void leave(boolean isBooked, LocalDate today) {
        if (status != RecallStatus.OPEN) {
            return;
        }
        status = isBooked && attempts > 0 ? RecallStatus.WON_BACK : RecallStatus.LEFT;
        settledOn = today;
        release();
        if (status == RecallStatus.WON_BACK) {
            registerEvent(new RecallEvent.WonBack(patient(), attempts));
        }
        registerEvent(new RecallChanged(clinicId));
    }

    void claim(StaffId by, Instant at) {
        requireOpen();
        claimedBy = by;
        claimedUntil = at.plus(CALL_LASTS);
        tell(new RecallEvent.Claimed(patient()));
    }

    void stopCalling() {
        release();
        tell(new RecallEvent.Released(patient()));
    }

    private void release() {
        claimedBy = null;
        claimedUntil = null;
    }

    /** Returns who is calling the patient at an instant. */
    @Nullable
    StaffId callerAt(Instant at) {
        return claimedUntil != null && claimedUntil.isAfter(at) ? claimedBy : null;
    }

    @Nullable
    Instant claimedUntil() {
        return claimedUntil;
    }

    void attempt(RecallResult result, LocalDate next, LocalDate today) {
        requireOpen();
        if (!next.isAfter(today)) {
            throw new Refused(RecallField.NEXT, "Choose a day after today");
        }
        if (next.isAfter(today.plusYears(1))) {
            throw new Refused(RecallField.NEXT, "Choose a day within a year");
        }
        attempts++;
        lastResult = result;
        place = DATED;
        dueOn = next;
        release();
        tell(new RecallEvent.Attempted(patient(), result, attempts));
    }

    void decline(DeclineReason why, LocalDate today) {
        requireOpen();
        attempts++;
        lastResult = RecallResult.DECLINED;
        status = RecallStatus.DECLINED;
        settledOn = today;
        release();
        tell(new RecallEvent.Declined(patient(), why));
    }

    private void requireOpen() {
        if (status != RecallStatus.OPEN) {
            throw new Refused("This patient is no longer on the recall board");
        }
    }

    /** Returns the row to what it said before its last step. */
    void undo(RecallStep last) {
        if (last.versionAfter() != version()) {
            throw new Refused("This patient has changed since, so the call stays as it is recorded");
        }
        status = RecallStatus.OPEN;
        settledOn = null;
        place = last.placeBefore();
        dueOn = last.dueBefore();
        attempts = last.attemptsBefore();
        lastResult = last.resultBefore();
        tell(new RecallEvent.Undone(patient(), last.result()));
    }

    private void tell(RecallEvent event) {
        registerEvent(event);
        registerEvent(new RecallChanged(clinicId));
    }

    PatientId patient() {
        return new PatientId(patientId);
    }

    ClinicId clinic() {
        return clinicId;
    }

    int place() {
        return place;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    RecallResult lastResult() {
        return lastResult;
    }

    RecallStatus status() {
        return status;
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Recall() {}
}
