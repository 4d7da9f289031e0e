package io.plumbline.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of the file can be imported as, in the order of the screen. */
public enum ImportField {
    EXTERNAL_ID(
            "Patient ID in the other system",
            "id",
            "patientid",
            "patientnumber",
            "accountnumber",
            "account",
            "patientguid"),
    GIVEN_NAME("Given name", "firstname", "givenname", "first"),
    FAMILY_NAME("Family name", "lastname", "familyname", "surname", "last"),
    PREFERRED_NAME("Preferred name", "preferredname", "preferredfirstname", "nickname"),
    FORMER_NAME("Former name", "formername", "previousname", "maidenname"),
    BIRTH_DATE("Birth date", "dateofbirth", "birthdate", "dob", "birthday"),
    PRONOUNS("Pronouns", "pronouns"),
    LANGUAGE("Language", "language", "preferredlanguage"),
    PHONE("Mobile phone", "mobilephone", "mobile", "cellphone", "cell", "phonemobile", "phone", "phonenumber"),
    HOME_PHONE("Home phone", "homephone", "phonehome"),
    WORK_PHONE("Work phone", "workphone", "phonework"),
    EMAIL("E-mail", "email", "emailaddress"),
    ADDRESS_LINE1("Street", "address", "address1", "addressline1", "street", "streetaddress"),
    ADDRESS_LINE2("Apartment or suite", "address2", "addressline2"),
    CITY("City", "city", "suburb", "town"),
    REGION("State", "state", "province", "region"),
    POSTAL_CODE("ZIP code", "zip", "zipcode", "postcode", "postal", "postalcode"),
    COUNTRY("Country", "country"),
    OCCUPATION("Occupation", "occupation"),
    REFERRED_BY("Referred by", "referralsource", "referredby", "referrer", "howdidyouhearaboutus"),
    EMERGENCY_NAME("Emergency contact: name", "emergencycontact", "emergencycontactname"),
    EMERGENCY_RELATION("Emergency contact: relation", "emergencycontactrelationship", "emergencycontactrelation"),
    EMERGENCY_PHONE("Emergency contact: phone", "emergencycontactphone", "emergencyphone"),
    /** Of the patient of an appointment or a note. */
    PATIENT_ID("Patient ID in the other system", "patientid", "clientid", "patientguid", "accountnumber", "account"),
    PATIENT_NUMBER("Patient number (P-…)", "plumblinenumber"),
    APPOINTMENT_ID("Appointment ID in the other system", "appointmentid", "bookingid", "id", "guid"),
    ON(
            "Date",
            "date",
            "appointmentdate",
            "startdate",
            "startsat",
            "start",
            "appointmentstart",
            "day",
            "notedate",
            "createdat"),
    STARTS_AT("Time", "time", "starttime", "appointmenttime"),
    MINUTES("Length in minutes", "duration", "length", "minutes", "durationinminutes"),
    ENDS_AT("End", "endtime", "end", "endsat", "appointmentend"),
    PRACTITIONER("Practitioner", "practitioner", "practitionername", "provider", "staffmember", "staff", "doctor"),
    SERVICE("Service", "service", "appointmenttype", "type", "treatment", "visittype"),
    NOTE_ID("Note ID in the other system", "noteid", "treatmentnoteid", "id", "guid"),
    AUTHOR("Author", "author", "practitioner", "practitionername", "provider", "createdby", "writtenby"),
    TITLE("Title", "title", "subject", "template", "notetype"),
    TEXT("Text", "text", "note", "notes", "content", "body");

    private static final List<ImportField> OF_PATIENTS = Arrays.stream(values())
            .filter(field -> field.compareTo(PATIENT_ID) < 0)
            .toList();
    private static final List<ImportField> WHO =
            List.of(PATIENT_ID, PATIENT_NUMBER, GIVEN_NAME, FAMILY_NAME, BIRTH_DATE);
    private static final List<ImportField> OF_APPOINTMENTS =
            and(WHO, List.of(APPOINTMENT_ID, ON, STARTS_AT, MINUTES, ENDS_AT, PRACTITIONER, SERVICE));

    private static final List<ImportField> OF_OLD_NOTES = and(WHO, List.of(NOTE_ID, ON, AUTHOR, TITLE, TEXT));

    private final String label;
    private final List<String> headings;

    ImportField(String label, String... headings) {
        this.label = label;
        this.headings = List.of(headings);
    }

    /** Returns the name as shown. */
    public String label() {
        return label;
    }

    private static List<ImportField> and(List<ImportField> some, List<ImportField> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Returns what the columns of a file of a kind can be, in the order of the screen. */
    public static List<ImportField> of(ImportKind kind) {
        return switch (kind) {
            case PATIENTS -> OF_PATIENTS;
            case APPOINTMENTS -> OF_APPOINTMENTS;
            case OLD_NOTES -> OF_OLD_NOTES;
        };
    }

    /** Returns whether a row of a kind is not imported without it. */
    public boolean isRequired(ImportKind kind) {
        return switch (kind) {
            case PATIENTS -> this == GIVEN_NAME || this == FAMILY_NAME;
            case OLD_NOTES -> this == ON || this == TEXT;
            case APPOINTMENTS -> this == ON || this == PRACTITIONER || this == SERVICE;
        };
    }

    /** Returns whether the column has dates. */
    public boolean isDate() {
        return this == BIRTH_DATE || this == ON;
    }

    /**
     * Returns which column of a file this is by its heading, from 0: by the first heading of this field's that the file
     * has. Only letters and digits of a heading count.
     */
    Optional<Integer> columnIn(List<String> ofFile) {
        var plain = ofFile.stream().map(ImportField::plain).toList();
        return headings.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst();
    }

    /** Returns the letters and digits of a heading, in lower case. */
    static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Returns the field with a stored name; empty if a later version of the portal stored it. */
    static Optional<ImportField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
