package io.plumbline.patients;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is and how to reach them, as the desk writes it down; a text that is not known is empty.
 *
 * @param preferredName what the patient is called by, where that is not the given name
 * @param formerName a name that older papers may still have
 * @param referredBy who or what sent them
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
        Guardian guardian) {
    private static final int OF_AGE = 18;

    /** Only what everybody is asked for. */
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
                Guardian.NONE);
    }

    /** The same with who or what sent them. */
    public PatientDraft withReferredBy(String source) {
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
                source,
                emergency,
                guardian);
    }

    /** Whom to call when something happens to the patient. */
    public record EmergencyContact(
            String name, String relation, @Nullable PhoneNumber phone) {
        /** Nobody was named. */
        public static final EmergencyContact NONE = new EmergencyContact("", "", null);
    }

    /**
     * Who decides for a minor.
     *
     * @param contact phone or e-mail
     * @param proof what was seen that proves it
     */
    public record Guardian(String name, String relation, String contact, String proof) {
        /** Nobody was named. */
        public static final Guardian NONE = new Guardian("", "", "", "");
    }

    /** Whether somebody born then is a minor on a day; who was born on 29 February comes of age on 1 March. */
    public static boolean isMinor(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate != null && Period.between(birthDate, today).getYears() < OF_AGE;
    }
}
