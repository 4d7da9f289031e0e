package io.plumbline.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as it is kept: in E.164, a plus and digits. What was kept before countries were known has digits
 * alone and stays as it is.
 */
public record PhoneNumber(String digits) {
    /** The region where no country is known: a number must bring its own. */
    public static final String NO_REGION = "ZZ";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_TYPED = 24;
    private static final String OF_COUNTRY = "602 555 0142";
    private static final Pattern TYPED = Pattern.compile("[+\uFF0B]?[\\p{Nd}\\p{Zs}().\\-/\u2010-\u2015]+");

    /**
     * A number as it is kept.
     *
     * @throws IllegalArgumentException if it is no telephone number, in words for who typed it
     */
    public PhoneNumber {
        if (digits.length() > LONGEST_TYPED) {
            throw new IllegalArgumentException("A phone number has at most 24 characters");
        }
        digits = digits.replaceAll("[ ().\\-/]", "");
        if (!digits.matches("\\+?[0-9]{6,15}")) {
            throw new IllegalArgumentException("Enter the phone number as 6 to 15 digits, such as (602) 555-0142");
        }
    }

    /**
     * Reads what a person typed.
     *
     * @param region the country (ISO 3166 alpha-2) of a number without a country code, or {@link #NO_REGION}
     * @throws IllegalArgumentException if it is no telephone number, in words for who typed it
     */
    public static PhoneNumber typed(String typed, String region) {
        var text = typed.strip();
        if (text.length() > LONGEST_TYPED) {
            throw new IllegalArgumentException("A phone number has at most 24 characters");
        }
        if (!TYPED.matcher(text).matches()) {
            throw refused(region);
        }
        try {
            var number = NUMBERS.parse(text, region);
            // what has the right length is taken: new ranges are given out faster than we learn of them
            if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE
                    || number.getNationalNumber() == 0) {
                throw refused(region);
            }
            return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException noNumber) {
            throw refused(region);
        }
    }

    /**
     * Reads what stands in a field that showed a number; untouched it stays as it was kept.
     *
     * @param kept the number that the field showed; null where it was empty
     * @throws IllegalArgumentException if it is no telephone number, in words for who typed it
     */
    public static PhoneNumber typed(String typed, String region, @Nullable PhoneNumber kept) {
        return kept != null && kept.shown().equals(typed.strip()) ? kept : typed(typed, region);
    }

    private static IllegalArgumentException refused(String region) {
        return new IllegalArgumentException(
                region.equals(NO_REGION)
                        ? "Enter the phone number with its country code, such as +1 602 555 0142"
                        : "Enter the phone number in full, such as " + example(region) + ", or with its country code");
    }

    private static String example(String region) {
        return Optional.ofNullable(NUMBERS.getExampleNumber(region))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElse(OF_COUNTRY);
    }

    /** The number as it is read on the telephone, such as <em>+1 602-555-0142</em>. */
    public String shown() {
        return parsed().map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL))
                .orElse(digits);
    }

    /** The number as people of a country read it: one of theirs without its code, such as <em>(602) 555-0142</em>. */
    public String shownIn(String region) {
        return parsed().filter(number -> number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElseGet(this::shown);
    }

    /** The digits by which this number was kept before countries were known: without the country code, as it is dialled there. */
    public Set<String> withoutCountry() {
        return parsed().map(number -> Set.copyOf(List.of(
                        NUMBERS.getNationalSignificantNumber(number),
                        NUMBERS.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", ""))))
                .orElse(Set.of());
    }

    /** The same number with the code of a country, where it was kept without one and can be dialled there. */
    public PhoneNumber dialledIn(String region) {
        if (digits.startsWith("+")) {
            return this;
        }
        try {
            return typed(digits, region);
        } catch (IllegalArgumentException noneThere) {
            return this;
        }
    }

    private Optional<Phonenumber.PhoneNumber> parsed() {
        try {
            return digits.startsWith("+") ? Optional.of(NUMBERS.parse(digits, NO_REGION)) : Optional.empty();
        } catch (NumberParseException keptBefore) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return digits;
    }

    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<PhoneNumber, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PhoneNumber phone) {
            return phone == null ? null : phone.digits();
        }

        @Override
        public @Nullable PhoneNumber convertToEntityAttribute(@Nullable String digits) {
            return digits == null ? null : new PhoneNumber(digits);
        }
    }
}
