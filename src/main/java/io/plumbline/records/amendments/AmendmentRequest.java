package io.plumbline.records.amendments;

import io.plumbline.records.RequestClock;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request to amend a record. It is answered within 60 days, once extended by 30 more with a reason in writing (45 CFR
 * 164.526(b)(2)). What stands in the record is never overwritten: what is accepted is appended, and the request with its
 * answer is linked to the parts of the record that it is about.
 */
@Entity
@Table(name = "amendment_request")
class AmendmentRequest extends Aggregate<AmendmentRequest> {
    /** Behind all open ones. */
    static final LocalDate CLOSED = LocalDate.of(9999, 12, 31);

    static final int LONGEST_EXTENSION = 400;

    @Column(updatable = false)
    private PatientId patientId;

    @Column(updatable = false)
    private String requestedBy;

    @Column(updatable = false)
    private String identityCheck;

    @Column(updatable = false)
    private String wanted;

    @Column(updatable = false)
    private LocalDate receivedOn;

    private LocalDate dueOn;
    private LocalDate place;
    private @Nullable String extensionReason;

    @Enumerated(EnumType.STRING)
    private AmendmentStatus status;

    @Column(updatable = false)
    private Instant registeredAt;

    @Column(updatable = false)
    private StaffId registeredBy;

    private @Nullable Instant decidedAt;
    private @Nullable StaffId decidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable DenialBasis denialBasis;

    private @Nullable String decisionWords;
    private @Nullable String told;
    private @Nullable String disagreement;
    private @Nullable LocalDate disagreedOn;
    private @Nullable String rebuttal;
    private @Nullable LocalDate rebuttedOn;

    /** Who does something, when, and which day that is for them. */
    record Moment(StaffId by, Instant at, LocalDate today) {}

    /** @throws Refused if a value is missing, too long, or a day in the future; the message is for the user */
    static AmendmentRequest received(PatientId patient, AmendmentDraft draft, Moment now) {
        var request = new AmendmentRequest();
        request.id = AmendmentId.next().value();
        request.patientId = patient;
        request.requestedBy = TextLimit.required(
                AmendmentField.REQUESTED_BY, "The requester", draft.requestedBy(), AmendmentDraft.LONGEST_REQUESTED_BY);
        request.identityCheck = TextLimit.required(
                AmendmentField.IDENTITY,
                "How the identity was checked",
                draft.identityCheck(),
                AmendmentDraft.LONGEST_IDENTITY);
        request.wanted = TextLimit.required(
                AmendmentField.WANTED, "What to amend", draft.wanted(), AmendmentDraft.LONGEST_WORDS);
        if (draft.receivedOn().isAfter(now.today())) {
            throw new Refused(AmendmentField.RECEIVED_ON, "The day cannot be in the future");
        }
        request.receivedOn = draft.receivedOn();
        request.dueOn = RequestClock.AMENDMENT.due(draft.receivedOn());
        request.place = request.dueOn;
        request.status = AmendmentStatus.RECEIVED;
        request.registeredAt = now.at();
        request.registeredBy = now.by();
        request.registerEvent(new AmendmentEvent.Registered(request.id(), patient, request.dueOn));
        return request;
    }

    /** Extends the time by 30 days, once and before it is over. */
    void extend(String reason, Moment now) {
        requireOpen();
        var later = RequestClock.AMENDMENT.extended(dueOn, extensionReason != null, now.today());
        extensionReason = TextLimit.required(AmendmentField.WORDS, "The reason", reason, LONGEST_EXTENSION);
        dueOn = later;
        place = later;
        registerEvent(new AmendmentEvent.Extended(id(), patientId, dueOn));
    }

    /**
     * Accepts it.
     *
     * @param appended what was appended to the record, and where
     * @param others who else was told; may be empty
     */
    void accept(String appended, String others, Moment now) {
        requireOpen();
        decisionWords = words("What was appended", appended);
        told = TextLimit.optional(AmendmentField.TOLD, "Who was told", others, AmendmentDraft.LONGEST_TOLD);
        decide(AmendmentStatus.ACCEPTED, now);
    }

    /** Denies it, with the basis in plain words as it was sent to the requester. */
    void deny(DenialBasis basis, String written, Moment now) {
        requireOpen();
        decisionWords = words("The reason", written);
        denialBasis = basis;
        decide(AmendmentStatus.DENIED, now);
    }

    void withdraw(String how, Moment now) {
        requireOpen();
        decisionWords = words("How it was withdrawn", how);
        decide(AmendmentStatus.WITHDRAWN, now);
    }

    /** Adds the statement of disagreement, once, after a denial. */
    void disagree(String statement, Moment now) {
        if (status != AmendmentStatus.DENIED) {
            throw new Refused("A statement of disagreement follows a denial");
        }
        if (disagreement != null) {
            throw new Refused("The statement of disagreement is on record already");
        }
        disagreement = words("The statement", statement);
        disagreedOn = now.today();
        registerEvent(new AmendmentEvent.StatementAdded(id(), patientId, false));
    }

    /** Adds the rebuttal, once, after a statement of disagreement. */
    void rebut(String statement, Moment now) {
        if (disagreement == null) {
            throw new Refused("A rebuttal follows a statement of disagreement");
        }
        if (rebuttal != null) {
            throw new Refused("The rebuttal is on record already");
        }
        rebuttal = words("The rebuttal", statement);
        rebuttedOn = now.today();
        registerEvent(new AmendmentEvent.StatementAdded(id(), patientId, true));
    }

    private void decide(AmendmentStatus to, Moment now) {
        status = to;
        place = CLOSED;
        decidedAt = now.at();
        decidedBy = now.by();
        registerEvent(new AmendmentEvent.Decided(id(), patientId, to));
    }

    private void requireOpen() {
        if (status != AmendmentStatus.RECEIVED) {
            throw new Refused("This request is closed: " + status.label().toLowerCase(Locale.ROOT));
        }
    }

    private static String words(String what, String typed) {
        return TextLimit.required(AmendmentField.WORDS, what, typed, AmendmentDraft.LONGEST_WORDS);
    }

    AmendmentId id() {
        return new AmendmentId(id);
    }

    PatientId patient() {
        return patientId;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected AmendmentRequest() {}
}
