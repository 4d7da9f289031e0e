package io.plumbline.practitioners;

/** A practitioner's name in spoken order. */
public final class PersonName {
    private PersonName() {}

    /** Joins title, given name and family name. */
    public static String of(String title, String givenName, String familyName) {
        return (title + " " + givenName + " " + familyName).strip();
    }
}
