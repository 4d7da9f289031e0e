package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.UndoRule;
import io.plumbline.shared.ids.ConsentTextId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "patient_consent")
class PatientConsent extends Aggregate<PatientConsent> {
    private PatientId patientId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    private String wording;
    private LocalDate givenOn;
    private StaffId takenBy;
    private @Nullable Instant recordedAt;
    private @Nullable StaffId recordedBy;
    private @Nullable LocalDate withdrawnOn;
    private @Nullable StaffId withdrawalTakenBy;
    private @Nullable Instant withdrawalTakenAt;
    private @Nullable Instant undoneAt;
    private @Nullable String currentKey;
    private @Nullable UUID textId;

    @Enumerated(EnumType.STRING)
    private ConsentAgreement.@Nullable By givenBy;

    private @Nullable String givenName;

    @Enumerated(EnumType.STRING)
    private ConsentAgreement.@Nullable Way givenWay;

    private @Nullable String givenFrom;
    private @Nullable UUID onlineIntakeId;
    private @Nullable LocalDate replacedOn;
    private @Nullable UUID replacedBy;

    /**
     * @param text the text of the draft; null if its wording was typed
     * @param takenBy who took it, which may be earlier and somebody else than who records it
     */
    static PatientConsent given(
            PatientId patient,
            ConsentDraft draft,
            @Nullable PublishedConsentText text,
            StaffId takenBy,
            LocalDate today,
            StaffId by,
            Instant at) {
        if (draft.givenOn().isAfter(today)) {
            throw new Refused("The date of consent cannot be in the future");
        }
        var consent = new PatientConsent();
        consent.id = Ids.next();
        consent.patientId = patient;
        consent.kind = draft.kind();
        if (text == null) {
            consent.wording = TextLimit.required("The version of the wording", draft.wording(), 20);
        } else {
            consent.agreeTo(text, draft);
        }
        var agreement = draft.agreement();
        if (agreement != null) {
            consent.givenBy = agreement.by();
            consent.givenName = agreement.name();
            consent.givenWay = agreement.way();
        }
        consent.givenOn = draft.givenOn();
        consent.takenBy = takenBy;
        consent.recordedAt = at;
        consent.recordedBy = by;
        consent.currentKey = key(patient, draft.kind());
        consent.registerEvent(new ConsentChanged(consent.id(), patient, draft.kind(), true));
        return consent;
    }

    private void agreeTo(PublishedConsentText text, ConsentDraft draft) {
        if (text.key().kind() != kind) {
            throw new Refused("This text is for another kind of consent");
        }
        if (text.validFrom().isAfter(draft.givenOn())) {
            throw new Refused("Patients agree to this text from " + Dates.dayAndYear(text.validFrom())
                    + " on. Choose that day or a later one");
        }
        if (draft.agreement() == null) {
            throw new Refused("Choose who agreed, and how");
        }
        textId = text.id().value();
        wording = "Version " + text.number();
    }

    /** Keeps the network address from which the patient agreed online, and the online intake by which they did. */
    PatientConsent from(String address, UUID onlineIntake) {
        givenFrom = address;
        onlineIntakeId = onlineIntake;
        return this;
    }

    /** Returns whether it is a consent to a text. */
    boolean isTo(ConsentTextId text) {
        return text.value().equals(textId);
    }

    /** Returns whether it was given after what was agreed to online on a day: later, or to a text on the same day. */
    boolean isAfter(LocalDate on) {
        return givenOn.isAfter(on) || (givenOn.equals(on) && textId != null);
    }

    /**
     * Ends the consent because the patient agrees to another version.
     *
     * @throws Refused if it is the same version, or was withdrawn or undone; the message is for the user
     */
    void replaceWith(UUID other, @Nullable UUID otherText, LocalDate on) {
        requireOpen();
        if (otherText == null || otherText.equals(textId)) {
            throw new Refused("This consent is already in force: withdraw it before recording a new one");
        }
        replacedOn = on;
        replacedBy = other;
        currentKey = null;
    }

    /** Puts the consent in force again, since agreeing to another version was undone. */
    void restore() {
        replacedOn = null;
        replacedBy = null;
        currentKey = key();
    }

    /** Ends the consent; what was done while it was in force remains valid. */
    void withdraw(StaffId by, Instant at, LocalDate on) {
        requireOpen();
        withdrawnOn = on.isBefore(givenOn) ? givenOn : on;
        withdrawalTakenBy = by;
        withdrawalTakenAt = at;
        currentKey = null;
        registerEvent(new ConsentChanged(id(), patientId, kind, false));
    }

    /**
     * Undoes the record of the consent for the person who recorded it, within ten minutes and only if it was not
     * withdrawn since. The consent was then never in force.
     *
     * @return when it was recorded
     * @throws Refused otherwise; the message is for the user
     */
    Instant undo(StaffId by, Instant at) {
        requireNotUndone();
        if (withdrawnOn != null) {
            throw new Refused("This consent was withdrawn since and stays on record");
        }
        requireNotReplaced();
        UndoRule.require(by, at, recordedBy, recordedAt);
        undoneAt = at;
        currentKey = null;
        registerEvent(new ConsentUndone(id(), patientId, kind, true));
        return Objects.requireNonNull(recordedAt);
    }

    /**
     * Undoes the withdrawal for the person who recorded it, within ten minutes. The consent is in force again.
     *
     * @return when it was withdrawn
     * @throws Refused otherwise; the message is for the user
     */
    Instant undoWithdrawal(StaffId by, Instant at) {
        if (withdrawnOn == null) {
            throw new Refused("This consent has not been withdrawn, or that was undone");
        }
        var withdrawnAt = withdrawalTakenAt;
        UndoRule.require(by, at, withdrawalTakenBy, withdrawnAt);
        withdrawnOn = null;
        withdrawalTakenBy = null;
        withdrawalTakenAt = null;
        currentKey = key();
        registerEvent(new ConsentUndone(id(), patientId, kind, false));
        return Objects.requireNonNull(withdrawnAt);
    }

    private void requireOpen() {
        requireNotUndone();
        if (withdrawnOn != null) {
            throw new Refused("This consent was already withdrawn");
        }
        requireNotReplaced();
    }

    private void requireNotReplaced() {
        if (replacedOn != null) {
            throw new Refused("The patient agreed to another version since");
        }
    }

    private void requireNotUndone() {
        if (undoneAt != null) {
            throw new Refused("Recording this consent was undone");
        }
    }

    /** Returns the key of this consent while it is in force. */
    String key() {
        return key(patientId, kind);
    }

    /** Returns the key that allows one consent of a kind in force per patient. */
    static String key(PatientId patient, ConsentKind kind) {
        return patient + " " + kind;
    }

    boolean isWithdrawn() {
        return withdrawnOn != null;
    }

    ConsentId id() {
        return new ConsentId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ConsentKind kind() {
        return kind;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PatientConsent() {}
}
