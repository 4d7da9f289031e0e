package io.plumbline.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    EMERGENCY_PHONE("Emergency contact: phone", "emergencycontactphone", "emergencyphone");

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

    /** Returns whether a row without it is not imported. */
    public boolean isRequired() {
        return this == GIVEN_NAME || this == FAMILY_NAME;
    }

    /**
     * Returns which column of a file this is by its heading, from 0: by the first heading of this field's that the file
     * has. Only letters and digits of a heading count.
     */
    Optional<Integer> columnIn(List<String> ofFile) {
        var plain = ofFile.stream().map(ImportField::plain).toList();
        return headings.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Returns the field with a stored name; empty if a later version of the portal stored it. */
    static Optional<ImportField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
