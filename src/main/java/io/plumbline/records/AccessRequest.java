package io.plumbline.records;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request to see or get a record. It is answered within 30 days, once extended by 30 more with a reason in writing (45
 * CFR 164.524(b)(2)).
 */
@Entity
@Table(name = "access_request")
class AccessRequest extends Aggregate<AccessRequest> {
    static final int LONGEST_DELIVERY = 200;
    static final int LONGEST_REASON = 400;

    private PatientId patientId;
    private String requestedBy;
    private String identityCheck;
    private LocalDate receivedOn;
    private LocalDate dueOn;
    private @Nullable String extensionReason;

    @Enumerated(EnumType.STRING)
    private AccessRequestStatus status;

    private Instant registeredAt;
    private StaffId registeredBy;
    private @Nullable Instant exportedAt;
    private @Nullable String exportSha256;
    private @Nullable LocalDate deliveredOn;
    private @Nullable String delivery;
    private @Nullable String closingReason;
    private @Nullable Instant closedAt;
    private @Nullable StaffId closedBy;

    /** Who does something, when, and which day that is for them. */
    record Moment(StaffId by, Instant at, LocalDate today) {}

    /** @throws Refused if a value is missing, too long, or a day in the future */
    static AccessRequest received(PatientId patient, AccessRequestDraft draft, Moment now) {
        var request = new AccessRequest();
        request.id = AccessRequestId.next().value();
        request.patientId = patient;
        request.requestedBy = TextLimit.required(
                AccessRequestField.REQUESTED_BY,
                "The requester",
                draft.requestedBy(),
                AccessRequestDraft.LONGEST_REQUESTED_BY);
        request.identityCheck = TextLimit.required(
                AccessRequestField.IDENTITY,
                "How the identity was checked",
                draft.identityCheck(),
                AccessRequestDraft.LONGEST_IDENTITY);
        if (draft.receivedOn().isAfter(now.today())) {
            throw new Refused(AccessRequestField.RECEIVED_ON, "The day cannot be in the future");
        }
        request.receivedOn = draft.receivedOn();
        request.dueOn = RequestClock.ACCESS.due(draft.receivedOn());
        request.status = AccessRequestStatus.RECEIVED;
        request.registeredAt = now.at();
        request.registeredBy = now.by();
        request.registerEvent(new AccessRequestEvent.Registered(request.id(), patient, request.dueOn));
        return request;
    }

    /**
     * Extends the time by 30 days, once and before it is over.
     *
     * @param reason why, as it was sent to the requester; 1 to 400 characters
     */
    void extend(String reason, Moment now) {
        requireOpen();
        var later = RequestClock.ACCESS.extended(dueOn, extensionReason != null, now.today());
        extensionReason = TextLimit.required("The reason", reason, LONGEST_REASON);
        dueOn = later;
        registerEvent(new AccessRequestEvent.Extended(id(), patientId, dueOn));
    }

    /** Notes that the record was exported for it. */
    void exported(String sha256, Instant at) {
        requireOpen();
        exportedAt = at;
        exportSha256 = sha256;
    }

    /**
     * Closes the request, because the requester has the record.
     *
     * @param on when it was delivered; not in the future, nor before the request
     * @param how 1 to 200 characters
     * @throws Refused if the record was not exported for it
     */
    void fulfill(LocalDate on, String how, Moment now) {
        requireOpen();
        if (exportedAt == null) {
            throw new Refused("Export the record first");
        }
        if (on.isAfter(now.today())) {
            throw new Refused(AccessRequestField.DELIVERED_ON, "The day cannot be in the future");
        }
        if (on.isBefore(receivedOn)) {
            throw new Refused(AccessRequestField.DELIVERED_ON, "The day cannot be before the request was received");
        }
        delivery = TextLimit.required(AccessRequestField.DELIVERY, "How it was delivered", how, LONGEST_DELIVERY);
        deliveredOn = on;
        close(AccessRequestStatus.FULFILLED, now);
        registerEvent(new AccessRequestEvent.Closed(id(), patientId, AccessRequestStatus.FULFILLED));
    }

    /**
     * Closes the request without the record.
     *
     * @param to denied or withdrawn
     * @param reason the statement that who asks got, or how it was withdrawn; 1 to 400 characters
     */
    void closeWithout(AccessRequestStatus to, String reason, Moment now) {
        requireOpen();
        if (to != AccessRequestStatus.DENIED && to != AccessRequestStatus.WITHDRAWN) {
            throw new IllegalArgumentException("Not a way to close a request without the record: " + to);
        }
        closingReason = TextLimit.required("The reason", reason, LONGEST_REASON);
        close(to, now);
        registerEvent(new AccessRequestEvent.Closed(id(), patientId, to));
    }

    private void close(AccessRequestStatus to, Moment now) {
        status = to;
        closedAt = now.at();
        closedBy = now.by();
    }

    /** @throws Refused if the request is closed */
    void requireOpen() {
        if (status != AccessRequestStatus.RECEIVED) {
            throw new Refused("This request is closed: " + status.label().toLowerCase(Locale.ROOT));
        }
    }

    AccessRequestId id() {
        return new AccessRequestId(id);
    }

    PatientId patient() {
        return patientId;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    AccessRequestStatus status() {
        return status;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected AccessRequest() {}
}
