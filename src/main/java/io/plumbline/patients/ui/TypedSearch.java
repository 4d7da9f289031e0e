package io.plumbline.patients.ui;

import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TypedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Search text without a match, as the initial values of a new patient. */
final class TypedSearch {
    private static final String DIGITS = "[\\d ().\\-/+]*\\d[\\d ().\\-/+]*";

    private TypedSearch() {}

    /**
     * Puts names into the name fields, a birth date into the birth date, digits into the phone and an address into the
     * e-mail.
     *
     * @param region the country of phone numbers without a country code
     */
    static PatientDraft asDraft(String typed, String region, TypedDay days) {
        var names = new ArrayList<String>();
        var digits = new StringBuilder();
        var email = "";
        LocalDate born = null;
        for (var word : Arrays.stream(typed.strip().split("\\s+")).limit(8).toList()) {
            if (word.contains("@")) {
                email = word;
            } else if (isPhone(word, region)) {
                digits.append(word);
            } else if (born == null && read(word, days::readBirthDate) != null) {
                born = read(word, days::readBirthDate);
            } else if (word.matches(DIGITS)) {
                digits.append(word);
            } else {
                names.add(beginningUpper(word));
            }
        }
        var family = names.size() > 1 ? names.removeLast() : "";
        return new PatientDraft(
                cut(String.join(" ", names)),
                cut(family),
                born,
                read(digits.toString(), text -> PhoneNumber.typed(text, region)),
                read(email, EmailAddress::new));
    }

    /** Eight digits are a birth date only where no phone number has eight. */
    private static boolean isPhone(String word, String region) {
        return word.matches("\\d{8}") && read(word, text -> PhoneNumber.typed(text, region)) != null;
    }

    private static String beginningUpper(String word) {
        var end = word.offsetByCodePoints(0, 1);
        return Character.toString(Character.toTitleCase(word.codePointAt(0))) + word.substring(end);
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), 80));
    }

    private static <T> @Nullable T read(String text, Function<String, T> reader) {
        try {
            return text.isEmpty() ? null : reader.apply(text);
        } catch (Refused tooShortForThat) {
            return null;
        }
    }
}
