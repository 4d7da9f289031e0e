package io.plumbline.records.incidents;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An incident that may be a breach. Whom it affected is taken from the audit trail once, and does not change with it; who
 * is affected by a breach is told within 60 days of the discovery (45 CFR 164.404(b)).
 */
@Entity
@Table(name = "incident")
class Incident extends Aggregate<Incident> {
    private static final int DAYS = 60;

    /** Behind all open ones. */
    private static final LocalDate CLOSED = LocalDate.of(9999, 12, 31);

    @Column(updatable = false)
    private String what;

    @Column(updatable = false)
    private LocalDate discoveredOn;

    @Column(updatable = false)
    private LocalDate dueOn;

    private LocalDate place;

    @Column(updatable = false)
    private @Nullable StaffId staffId;

    @Column(updatable = false)
    private Instant fromAt;

    @Column(updatable = false)
    private Instant untilAt;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private StaffId recordedBy;

    private @Nullable Instant frozenAt;
    private @Nullable StaffId frozenBy;
    private @Nullable Integer patients;

    @Enumerated(EnumType.STRING)
    private @Nullable IncidentDecision decision;

    private @Nullable String assessment;
    private @Nullable Instant decidedAt;
    private @Nullable StaffId decidedBy;
    private @Nullable LocalDate notifiedOn;

    /** Who does something, when, and which day that is where. */
    record Moment(StaffId by, Instant at, LocalDate today, ZoneId zone) {}

    /** @throws Refused if a value is missing or wrong; the message is for the user */
    static Incident recorded(IncidentDraft draft, @Nullable StaffId staff, Moment now) {
        var incident = new Incident();
        incident.id = IncidentId.next().value();
        incident.what =
                TextLimit.required(IncidentField.WHAT, "What happened", draft.what(), IncidentDraft.LONGEST_WORDS);
        if (draft.discoveredOn().isAfter(now.today())) {
            throw new Refused(IncidentField.DISCOVERED_ON, "The day cannot be in the future");
        }
        if (draft.until().isBefore(draft.from())) {
            throw new Refused(IncidentField.UNTIL, "The last day cannot be before the first");
        }
        if (draft.until().toEpochDay() - draft.from().toEpochDay() > IncidentDraft.MOST_DAYS) {
            throw new Refused(IncidentField.UNTIL, "Choose a period of at most a year");
        }
        incident.discoveredOn = draft.discoveredOn();
        incident.dueOn = draft.discoveredOn().plusDays(DAYS);
        incident.place = incident.dueOn;
        incident.staffId = staff;
        incident.fromAt = draft.from().atStartOfDay(now.zone()).toInstant();
        incident.untilAt = draft.until().plusDays(1).atStartOfDay(now.zone()).toInstant();
        incident.recordedAt = now.at();
        incident.recordedBy = now.by();
        incident.registerEvent(new IncidentEvent.Opened(incident.id()));
        return incident;
    }

    /** @throws Refused if the list is frozen already; the message is for the user */
    void requireNotFrozen() {
        if (frozenAt != null) {
            throw new Refused("The list is frozen already");
        }
    }

    /** @throws Refused if the list is frozen already; the message is for the user */
    void freeze(int affected, Moment now) {
        requireNotFrozen();
        frozenAt = now.at();
        frozenBy = now.by();
        patients = affected;
        registerEvent(new IncidentEvent.Frozen(id(), affected));
    }

    /** @throws Refused if the list is not frozen, or it is decided already; the message is for the user */
    void decide(IncidentDecision to, String why, Moment now) {
        if (frozenAt == null) {
            throw new Refused("Freeze the list of affected patients first");
        }
        if (decision != null) {
            throw new Refused("This incident is assessed already");
        }
        assessment = TextLimit.required(IncidentField.ASSESSMENT, "The assessment", why, IncidentDraft.LONGEST_WORDS);
        decision = to;
        decidedAt = now.at();
        decidedBy = now.by();
        if (to == IncidentDecision.NO_BREACH) {
            place = CLOSED;
        }
        registerEvent(new IncidentEvent.Decided(id(), to));
    }

    /** @throws Refused if it is no breach, or they were told already; the message is for the user */
    void notified(LocalDate on, Moment now) {
        if (decision != IncidentDecision.BREACH) {
            throw new Refused("Patients are told of a breach, after the assessment");
        }
        if (notifiedOn != null) {
            throw new Refused("It is on record already when they were told");
        }
        if (on.isAfter(now.today()) || on.isBefore(discoveredOn)) {
            throw new Refused(IncidentField.NOTIFIED_ON, "Choose a day since the discovery, not in the future");
        }
        notifiedOn = on;
        place = CLOSED;
        registerEvent(new IncidentEvent.Notified(id()));
    }

    IncidentId id() {
        return new IncidentId(id);
    }

    IncidentQuery.Period period() {
        return new IncidentQuery.Period(staffId, fromAt, untilAt);
    }

    boolean isFrozen() {
        return frozenAt != null;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Incident() {}
}
