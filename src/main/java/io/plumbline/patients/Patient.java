package io.plumbline.patients;

import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SortKey;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "patient")
class Patient extends Aggregate<Patient> {
    private String familyName;
    private String givenName;
    private String preferredName;
    private String formerName;
    private String sortKey;
    private @Nullable LocalDate birthDate;
    private String pronouns;

    @Column(name = "spoken_language")
    private String language;

    private @Nullable PhoneNumber phone;
    private @Nullable EmailAddress email;
    private @Nullable Instant emailRecordedAt;
    private String occupation;
    private String referredBy;
    private String emergencyName;
    private String emergencyRelation;
    private @Nullable PhoneNumber emergencyPhone;
    private String guardianName;
    private String guardianRelation;
    private String guardianContact;
    private String guardianProof;

    @Enumerated(EnumType.STRING)
    private @Nullable PhoneKind phoneKind;

    @Convert(converter = PatientReach.OtherPhonesColumn.class)
    private List<OtherPhone> otherPhones;

    @Column(name = "address_line1")
    private String addressLine1;

    @Column(name = "address_line2")
    private String addressLine2;

    private String city;
    private String region;
    private String postalCode;
    private String country;
    private boolean interpreter;
    private @Nullable Instant addedAt;
    private @Nullable StaffId changedBy;
    private @Nullable UUID operationId;

    /**
     * Creates a patient who is new to the group.
     *
     * @param operation idempotency key: submitting the same form twice adds one patient; null if nothing can be
     *     submitted twice
     */
    static Patient added(PatientDraft draft, @Nullable OperationId operation, StaffId by, Instant at, LocalDate today) {
        var patient = new Patient();
        patient.id = PatientId.next().value();
        patient.operationId = operation == null ? null : operation.value();
        patient.addedAt = at;
        patient.describe(draft, by, at, today);
        patient.registerEvent(new PatientEvent.Added(patient.id()));
        return patient;
    }

    /** Returns when staff recorded the e-mail address; null if the patient gave it, or it was recorded long ago. */
    @Nullable
    Instant emailRecordedAt() {
        return emailRecordedAt;
    }

    /** Edits the patient's demographics and contact details. */
    void correct(PatientDraft draft, StaffId by, Instant at, LocalDate today) {
        var before = draft();
        describe(draft, by, at, today);
        registerEvent(new PatientEvent.Edited(id(), RecordVersions.changedFields(before, draft()), version() + 1));
    }

    /** Keeps since when the e-mail address is known, which a lead had before. */
    void emailKnownSince(@Nullable Instant recordedAt) {
        emailRecordedAt = recordedAt;
    }

    private void describe(PatientDraft draft, StaffId by, Instant at, LocalDate today) {
        if (draft.birthDate() != null && draft.birthDate().isAfter(today)) {
            throw new Refused("The birth date is in the future");
        }
        givenName = TextLimit.oneLine("The given name", draft.givenName(), 80);
        familyName = TextLimit.oneLine("The family name", draft.familyName(), 80);
        if (TextLimit.isBlank(givenName) && TextLimit.isBlank(familyName)) {
            throw new Refused("The name is missing");
        }
        preferredName = TextLimit.oneLine("The preferred name", draft.preferredName(), 80);
        formerName = TextLimit.oneLine("The former name", draft.formerName(), 160);
        sortKey = SortKey.of(familyName, givenName);
        birthDate = draft.birthDate();
        pronouns = TextLimit.optional("The pronouns", draft.pronouns(), 40);
        language = TextLimit.optional("The language", draft.language(), 40);
        phone = draft.phone();
        if (!EmailAddress.areSame(email, draft.email())) {
            emailRecordedAt = at;
        }
        email = draft.email();
        occupation = TextLimit.optional("The occupation", draft.occupation(), 120);
        referredBy = TextLimit.optional("The name in Referred by", draft.referredBy(), 120);
        emergencyName = TextLimit.optional(
                "The emergency contact's name", draft.emergency().name(), 120);
        emergencyRelation = TextLimit.optional(
                "The emergency contact's relation", draft.emergency().relation(), 60);
        emergencyPhone = draft.emergency().phone();
        guardianName =
                TextLimit.optional("The guardian's name", draft.guardian().name(), 120);
        guardianRelation =
                TextLimit.optional("The guardian's relation", draft.guardian().relation(), 60);
        guardianContact =
                TextLimit.optional("The guardian's contact", draft.guardian().contact(), 120);
        guardianProof = TextLimit.optional("The proof seen", draft.guardian().proof(), 120);
        reachedBy(draft.reach());
        changedBy = by;
    }

    private void reachedBy(PatientReach reach) {
        var address = reach.address();
        phoneKind = reach.phoneKind();
        otherPhones = reach.otherPhones();
        addressLine1 = TextLimit.optional("The street address", address.line1(), 120);
        addressLine2 = TextLimit.optional("The second line of the address", address.line2(), 120);
        city = TextLimit.optional("The city", address.city(), 80);
        region = TextLimit.optional("The state or region", address.region(), 60);
        postalCode = TextLimit.optional("The ZIP or postal code", address.postalCode(), 16);
        country = TextLimit.optional("The country", address.country(), 60);
        interpreter = reach.interpreter();
    }

    PatientDraft draft() {
        return new PatientDraft(
                givenName,
                familyName,
                preferredName,
                formerName,
                birthDate,
                pronouns,
                language,
                phone,
                email,
                occupation,
                referredBy,
                new EmergencyContact(emergencyName, emergencyRelation, emergencyPhone),
                new Guardian(guardianName, guardianRelation, guardianContact, guardianProof),
                new PatientReach(
                        phoneKind,
                        otherPhones,
                        new PostalAddress(addressLine1, addressLine2, city, region, postalCode, country),
                        interpreter));
    }

    PatientId id() {
        return new PatientId(id);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Patient() {}
}
