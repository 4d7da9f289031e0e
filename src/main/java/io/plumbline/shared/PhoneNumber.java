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
import org.springframework.util.ConcurrentLruCache;

/**
 * A phone number in E.164 form: a plus sign and digits. Numbers stored before the portal recorded countries have digits
 * only and are kept unchanged.
 */
public record PhoneNumber(String digits) {
    /** The region if no country is known: a number then needs its country code. */
    public static final String NO_REGION = "ZZ";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_TYPED = 24;
    private static final String OF_COUNTRY = "602 555 0142";
    /** Lists show the same numbers again and again, and reading one takes longer than all else in its row. */
    private static final ConcurrentLruCache<String, Optional<Phonenumber.PhoneNumber>> PARSED =
            new ConcurrentLruCache<>(5_000, PhoneNumber::parse);

    private static final Pattern TYPED = Pattern.compile("[+\uFF0B]?[\\p{Nd}\\p{Zs}().\\-/\u2010-\u2015]+");

    /**
     * Creates a number from its stored form.
     *
     * @throws Refused if it is not a phone number, with a message for the user
     */
    public PhoneNumber {
        if (digits.length() > LONGEST_TYPED) {
            throw new Refused("A phone number has at most 24 characters");
        }
        digits = digits.replaceAll("[ ().\\-/]", "");
        if (!digits.matches("\\+?[0-9]{6,15}")) {
            throw new Refused("Enter the phone number as 6 to 15 digits, such as (602) 555-0142");
        }
    }

    /**
     * Parses a number that a person typed.
     *
     * @param region the country (ISO 3166 alpha-2) for numbers without a country code, or {@link #NO_REGION}
     * @throws Refused if it is not a phone number, with a message for the user
     */
    public static PhoneNumber typed(String typed, String region) {
        var text = typed.strip();
        if (text.length() > LONGEST_TYPED) {
            throw new Refused("A phone number has at most 24 characters");
        }
        if (!TYPED.matcher(text).matches()) {
            throw refused(region);
        }
        try {
            var number = NUMBERS.parse(text, region);
            // accepts every number of a possible length: new ranges are assigned before our library knows them
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
     * Parses the value of a field that showed a number; returns that number if the value was not edited.
     *
     * @param kept the number that the field showed; null if it was empty
     * @throws Refused if it is not a phone number, with a message for the user
     */
    public static PhoneNumber typed(String typed, String region, @Nullable PhoneNumber kept) {
        return kept != null && kept.shown().equals(typed.strip()) ? kept : typed(typed, region);
    }

    private static Refused refused(String region) {
        return new Refused(
                region.equals(NO_REGION)
                        ? "Enter the phone number with its country code, such as +1 602 555 0142"
                        : "Enter the phone number in full, such as " + example(region) + ", or with its country code");
    }

    private static String example(String region) {
        return Optional.ofNullable(NUMBERS.getExampleNumber(region))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElse(OF_COUNTRY);
    }

    /** Returns the number in international format, such as <em>+1 602-555-0142</em>. */
    public String shown() {
        return parsed().map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL))
                .orElse(digits);
    }

    /**
     * Returns the number for people in a country: a number of that country without its country code, such as <em>(602)
     * 555-0142</em>.
     */
    public String shownIn(String region) {
        return parsed().filter(number -> number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElseGet(this::shown);
    }

    /**
     * Returns the forms in which this number was stored before the portal recorded countries: without the country code,
     * as dialed in that country.
     */
    public Set<String> withoutCountry() {
        return parsed().map(number -> Set.copyOf(List.of(
                        NUMBERS.getNationalSignificantNumber(number),
                        NUMBERS.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", ""))))
                .orElse(Set.of());
    }

    /** Returns this number with the country code of a region, if it was stored without one and is valid there. */
    public PhoneNumber dialedIn(String region) {
        if (digits.startsWith("+")) {
            return this;
        }
        try {
            return typed(digits, region);
        } catch (Refused noneThere) {
            return this;
        }
    }

    private Optional<Phonenumber.PhoneNumber> parsed() {
        return PARSED.get(digits);
    }

    private static Optional<Phonenumber.PhoneNumber> parse(String digits) {
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
