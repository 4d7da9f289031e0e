package io.plumbline.practitioners;

/** A practitioner's name in spoken order. */
final class PersonName {
    private PersonName() {}

    static String of(String title, String givenName, String familyName) {
        return (title + " " + givenName + " " + familyName).strip();
    }
}
