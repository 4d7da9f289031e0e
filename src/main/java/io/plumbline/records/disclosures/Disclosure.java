package io.plumbline.records.disclosures;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure of a patient's health information that is accounted for (45 CFR 164.528): none for treatment, payment or
 * operations, to the patient, or authorized by the patient. It is never changed, only marked as entered in error.
 */
@Entity
@Table(name = "disclosure")
class Disclosure extends Aggregate<Disclosure> {
    static final int LONGEST_REASON = 400;

    @Column(updatable = false)
    private PatientId patientId;

    @Column(updatable = false)
    private LocalDate disclosedOn;

    @Column(updatable = false)
    private int times;

    @Column(updatable = false)
    private LocalDate lastOn;

    @Column(updatable = false)
    private String recipient;

    @Column(updatable = false)
    private String address;

    @Column(updatable = false)
    private String what;

    @Column(updatable = false)
    private String purpose;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private StaffId recordedBy;

    private @Nullable String errorReason;
    private @Nullable Instant errorAt;
    private @Nullable StaffId errorBy;

    /** @throws Refused if a value is missing, too long, or a day in the future; the message is for the user */
    static Disclosure of(PatientId patient, DisclosureDraft draft, LocalDate today, StaffId by, Instant at) {
        var disclosure = new Disclosure();
        disclosure.id = DisclosureId.next().value();
        disclosure.patientId = patient;
        disclosure.setDays(draft, today);
        disclosure.recipient = TextLimit.required(
                DisclosureField.RECIPIENT, "Who received it", draft.recipient(), DisclosureDraft.LONGEST_RECIPIENT);
        disclosure.address = TextLimit.optional(
                DisclosureField.ADDRESS, "The address", draft.address(), DisclosureDraft.LONGEST_ADDRESS);
        disclosure.what = TextLimit.required(
                DisclosureField.WHAT, "What was disclosed", draft.what(), DisclosureDraft.LONGEST_TEXT);
        disclosure.purpose = TextLimit.required(
                DisclosureField.PURPOSE, "The purpose", draft.purpose(), DisclosureDraft.LONGEST_TEXT);
        disclosure.recordedAt = at;
        disclosure.recordedBy = by;
        disclosure.registerEvent(new DisclosureEvent.Added(disclosure.id(), patient, disclosure.disclosedOn));
        return disclosure;
    }

    private void setDays(DisclosureDraft draft, LocalDate today) {
        if (draft.disclosedOn().isAfter(today)) {
            throw new Refused(DisclosureField.DISCLOSED_ON, "The day cannot be in the future");
        }
        if (draft.times() < 1 || draft.times() > DisclosureDraft.MOST_TIMES) {
            throw new Refused(DisclosureField.TIMES, "Enter a number from 1 to " + DisclosureDraft.MOST_TIMES);
        }
        var last = draft.lastOn();
        if (draft.times() == 1) {
            last = draft.disclosedOn();
        } else if (last == null) {
            throw new Refused(DisclosureField.LAST_ON, "Choose the day of the last one");
        } else if (last.isBefore(draft.disclosedOn())) {
            throw new Refused(DisclosureField.LAST_ON, "The last one cannot be before the first");
        } else if (last.isAfter(today)) {
            throw new Refused(DisclosureField.LAST_ON, "The day cannot be in the future");
        }
        disclosedOn = draft.disclosedOn();
        times = draft.times();
        lastOn = last;
    }

    /**
     * Marks it as entered in error: it stays readable and is in no report.
     *
     * @param reason 1 to 400 characters
     * @throws Refused if it is marked already, or the reason is missing; the message is for the user
     */
    void markEnteredInError(String reason, StaffId by, Instant at) {
        if (errorReason != null) {
            throw new Refused("This disclosure is marked as entered in error already");
        }
        errorReason = TextLimit.required("The reason", reason, LONGEST_REASON);
        errorBy = by;
        errorAt = at;
        registerEvent(new DisclosureEvent.EnteredInError(id(), patientId));
    }

    DisclosureId id() {
        return new DisclosureId(id);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Disclosure() {}
}
