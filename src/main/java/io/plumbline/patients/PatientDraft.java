package io.plumbline.patients;

import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.signing.RecordVersions;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's demographics and contact details, as the front desk enters them; unknown texts are empty.
 *
 * @param preferredName the name that the patient goes by, if it is not the given name
 * @param formerName a name that older papers may still have
 * @param referredBy who or what referred them
 * @param reach further phones, postal address, interpreter
 */
public record PatientDraft(
        String givenName,
        String familyName,
        String preferredName,
        String formerName,
        @Nullable LocalDate birthDate,
        String pronouns,
        String language,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        String occupation,
        String referredBy,
        EmergencyContact emergency,
        Guardian guardian,
        PatientReach reach) {
    private static final int OF_AGE = 18;

    /** Creates a draft with only the fields that every patient is asked for. */
    public PatientDraft(
            String givenName,
            String familyName,
            @Nullable LocalDate birthDate,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email) {
        this(
                givenName,
                familyName,
                "",
                "",
                birthDate,
                "",
                "",
                phone,
                email,
                "",
                "",
                EmergencyContact.NONE,
                Guardian.NONE,
                PatientReach.NONE);
    }

    /** Returns the name in spoken order; one word for people who have one name. */
    public String name() {
        return (givenName + " " + familyName).strip();
    }

    /** Returns the name wherever the patient is called, as the column {@code shown_as} has it: with the preferred one. */
    public String shownAs() {
        return preferredName.isEmpty() || preferredName.equals(givenName)
                ? name()
                : name() + " (" + preferredName + ")";
    }

    /** Returns a copy with the referral source. */
    public PatientDraft withReferredBy(String source) {
        return RecordVersions.with(this, "referredBy", source);
    }

    /** Returns a copy with the language that the patient speaks. */
    public PatientDraft withLanguage(String spoken) {
        return RecordVersions.with(this, "language", spoken);
    }

    /** Returns a copy with further phones, postal address and interpreter. */
    public PatientDraft withReach(PatientReach other) {
        return RecordVersions.with(this, "reach", other);
    }

    /**
     * Returns a copy with further ways to reach the patient: the first of each where there was none, and every other
     * phone among the further phones, as far as there is room.
     */
    public PatientDraft alsoReachedBy(List<PhoneNumber> phones, List<EmailAddress> emails) {
        var first = phone == null ? phones.stream().findFirst().orElse(null) : phone;
        var others = new ArrayList<>(reach.otherPhones());
        phones.stream()
                .distinct()
                .filter(other -> !other.equals(first) && !isReachedBy(other))
                .limit(Math.max(0, PatientReach.MOST_PHONES - others.size()))
                .forEach(other -> others.add(new OtherPhone(PhoneKind.OTHER, other)));
        var mailed = email == null ? emails.stream().findFirst().orElse(null) : email;
        return RecordVersions.with(RecordVersions.with(this, "phone", first), "email", mailed)
                .withReach(new PatientReach(reach.phoneKind(), others, reach.address(), reach.interpreter()));
    }

    /** Returns whether a phone is one of the patient's. */
    public boolean isReachedBy(PhoneNumber number) {
        return number.equals(phone)
                || reach.otherPhones().stream().anyMatch(other -> other.number().equals(number));
    }

    /** The emergency contact of the patient. */
    public record EmergencyContact(
            String name, String relation, @Nullable PhoneNumber phone) {
        /** No emergency contact. */
        public static final EmergencyContact NONE = new EmergencyContact("", "", null);
    }

    /**
     * The guardian of a minor.
     *
     * @param contact phone or e-mail
     * @param proof the document that was seen as proof
     */
    public record Guardian(String name, String relation, String contact, String proof) {
        /** No guardian. */
        public static final Guardian NONE = new Guardian("", "", "", "");
    }

    /**
     * Returns whether a person with a birth date is a minor on a day; a person born on February 29 comes of age on
     * March 1.
     */
    public static boolean isMinor(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate != null && Period.between(birthDate, today).getYears() < OF_AGE;
    }
}
