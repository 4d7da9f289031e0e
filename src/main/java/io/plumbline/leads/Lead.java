package io.plumbline.leads;

import io.plumbline.clinics.DayPart;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "consultation_lead")
class Lead extends AbstractAggregateRoot<Lead> {
    /** The queue that is no clinic's. */
    static final ClinicId GROUP = new ClinicId(new UUID(0, 0));

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private ClinicId queueId;
    private String fullName;
    private @Nullable PhoneNumber phone;
    private @Nullable EmailAddress email;
    private String concern;
    private String callDays;
    private String callDayParts;

    @Enumerated(EnumType.STRING)
    private LeadSource source;

    private Instant consentAt;

    @Enumerated(EnumType.STRING)
    private LeadStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable LeadStatus statusBefore;

    private @Nullable Instant nextTouchAt;
    private @Nullable String lostReason;
    private Instant receivedAt;

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "lead_id", nullable = false, updatable = false)
    private List<CallAttempt> attempts = new ArrayList<>();

    static Lead received(LeadDraft draft, Instant at) {
        if (draft.phone() == null && draft.email() == null) {
            throw new IllegalArgumentException("Give a phone number or an e-mail address, one is enough");
        }
        var lead = new Lead();
        lead.id = LeadId.next().value();
        lead.queueId = draft.clinic() == null ? GROUP : draft.clinic();
        lead.fullName = TextLimit.required("The name", draft.fullName(), 120);
        lead.phone = draft.phone();
        lead.email = draft.email();
        lead.concern = TextLimit.optional("The concern", draft.concern(), 2000);
        lead.callDays = names(draft.callWindow().days(), DayOfWeek.values());
        lead.callDayParts = names(draft.callWindow().parts(), DayPart.values());
        lead.source = draft.source();
        lead.consentAt = draft.consentAt();
        lead.status = LeadStatus.NEW;
        lead.nextTouchAt = at;
        lead.receivedAt = at;
        lead.registerEvent(new LeadReceived(lead.id()));
        return lead;
    }

    /** Notes a call that did not reach the person; the lead is called again at {@code again}. */
    void attempted(CallOutcome outcome, StaffId by, Instant at, Instant again) {
        moveTo(LeadStatus.ATTEMPTING, again);
        attempts.add(new CallAttempt(outcome, by, at));
    }

    /** Notes that we spoke with the person; the next touch is agreed. */
    void contacted(StaffId by, Instant at, Instant nextTouch) {
        moveTo(LeadStatus.CONTACTED, nextTouch);
        attempts.add(new CallAttempt(CallOutcome.REACHED, by, at));
    }

    /** Lets the lead rest until a date; then it wakes. */
    void nurture(Instant until) {
        moveTo(LeadStatus.NURTURE, until);
    }

    /** Gives the lead up, with a reason. */
    void lose(String reason) {
        var stated = TextLimit.required("The reason", reason, 200);
        moveTo(LeadStatus.LOST, null);
        lostReason = stated;
    }

    private void moveTo(LeadStatus next, @Nullable Instant nextTouch) {
        var possible = status.next(statusBefore == null ? status : statusBefore);
        if (!possible.contains(next)) {
            throw new IllegalStateException("A lead that is " + status.word().toLowerCase(Locale.ROOT)
                    + " cannot become " + next.word().toLowerCase(Locale.ROOT) + ". Possible: "
                    + possible.stream().map(LeadStatus::word).collect(Collectors.joining(", ")));
        }
        if (next.isOpen() != (nextTouch != null)) {
            throw new IllegalStateException("An open lead has a next touch, and no other lead has one");
        }
        if (next != status) {
            registerEvent(new LeadMoved(id(), status, next));
        }
        status = next;
        nextTouchAt = nextTouch;
    }

    LeadId id() {
        return new LeadId(id);
    }

    long version() {
        return version == null ? -1 : version;
    }

    ClinicId queueId() {
        return queueId;
    }

    private static <E extends Enum<E>> String names(Collection<E> chosen, E[] all) {
        return Arrays.stream(all).filter(chosen::contains).map(Enum::name).collect(Collectors.joining(","));
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Lead() {}

    @Entity
    @Table(name = "call_attempt")
    static class CallAttempt {
        @Id
        private UUID id;

        private Instant attemptedAt;
        private StaffId attemptedBy;

        @Enumerated(EnumType.STRING)
        private CallOutcome outcome;

        CallAttempt(CallOutcome outcome, StaffId by, Instant at) {
            this.id = Ids.next();
            this.outcome = outcome;
            this.attemptedBy = by;
            this.attemptedAt = at;
        }

        @SuppressWarnings("NullAway.Init") // for JPA
        protected CallAttempt() {}
    }
}
