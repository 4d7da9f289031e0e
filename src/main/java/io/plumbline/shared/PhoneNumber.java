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
 * A phone number in E.164 form: a plus sign and digits, with the extension behind which somebody is reached. Numbers stored
 * before the portal recorded countries have digits only and are kept unchanged.
 *
 * @param digits what is dialed, without the extension
 * @param extension digits; empty without one
 */
public record PhoneNumber(String digits, String extension) {
    /** The most characters that a person may type. */
    public static final int LONGEST_TYPED = 40;

    /** The region if no country is known: a number then needs its country code. */
    public static final String NO_REGION = "ZZ";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_NUMBER = 24;
    /** Between number and extension, as RFC 3966 writes it. */
    private static final String MARK = ";ext=";

    private static final String OF_COUNTRY = "602 555 0142";

    /** The example of the United States that the portal has everywhere; the library's is of New Jersey. */
    private static final String OF_UNITED_STATES = "(602) 555-0142";

    /** Lists show the same numbers again and again, and reading one takes longer than all else in its row. */
    private static final ConcurrentLruCache<String, Optional<Phonenumber.PhoneNumber>> PARSED =
            new ConcurrentLruCache<>(5_000, PhoneNumber::parse);

    private static final Pattern TYPED = Pattern.compile("[+\uFF0B]?[\\p{Nd}\\p{Zs}().\\-/\u2010-\u2015]+");

    /** How an extension is written behind a number: <em>x12</em>, <em>ext. 12</em>, <em>#12</em>, <em>,12</em>. */
    private static final Pattern WITH_EXTENSION = Pattern.compile(
            "(?iu)(?<number>[^\\p{L}#,;]*?\\p{Nd}[)\\p{Zs}]*)(?:[,;]?\\p{Zs}*(?:;ext=|ext(?:ension|n)?\\b|x|#|int\\b)[.:]?|,{1,2})\\p{Zs}*(?<extension>\\p{Nd}{1,7})#?");

    /**
     * Creates a number from its stored form, such as <em>+16025550142</em> or <em>+16025550142;ext=12</em>.
     *
     * @throws Refused if it is not a phone number, with a message for the user
     */
    public PhoneNumber(String stored) {
        this(beforeMark(stored), afterMark(stored));
    }

    private static String beforeMark(String stored) {
        var at = stored.indexOf(MARK);
        return at < 0 ? stored : stored.substring(0, at);
    }

    private static String afterMark(String stored) {
        var at = stored.indexOf(MARK);
        return at < 0 ? "" : stored.substring(at + MARK.length());
    }

    /** @throws Refused if it is not a phone number, with a message for the user */
    public PhoneNumber {
        if (digits.length() > LONGEST_NUMBER) {
            throw new Refused("A phone number has at most 24 characters");
        }
        if (!extension.matches("[0-9]{0,7}")) {
            throw new Refused("An extension has at most 7 digits, such as (602) 555-0142 x12");
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
        var whole = WITH_EXTENSION.matcher(text);
        if (text.length() <= LONGEST_TYPED && whole.matches()) {
            return new PhoneNumber(typed(whole.group("number"), region).digits(), ascii(whole.group("extension")));
        }
        if (text.length() > LONGEST_NUMBER) {
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

    private static String ascii(String digits) {
        return digits.codePoints()
                .map(digit -> '0' + Character.digit(digit, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the number without its extension, by which people are compared. */
    public PhoneNumber withoutExtension() {
        return extension.isEmpty() ? this : new PhoneNumber(digits);
    }

    /** Returns the form in which it is stored: the digits, and the extension behind <em>;ext=</em>. */
    public String stored() {
        return extension.isEmpty() ? digits : digits + MARK + extension;
    }

    private String withExtension(String number) {
        return extension.isEmpty() ? number : number + " ext. " + extension;
    }

    private static Refused refused(String region) {
        return new Refused(
                region.equals(NO_REGION)
                        ? "Enter the phone number with its country code, such as +1 602 555 0142"
                        : "Enter the phone number in full, such as " + example(region) + ", or with its country code");
    }

    private static String example(String region) {
        if (region.equals("US")) {
            return OF_UNITED_STATES;
        }
        return Optional.ofNullable(NUMBERS.getExampleNumber(region))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElse(OF_COUNTRY);
    }

    /** Returns the number in international format, such as <em>+1 602-555-0142</em>. */
    public String shown() {
        return withExtension(parsed().map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL))
                .orElse(digits));
    }

    /**
     * Returns the number for people in a country: a number of that country without its country code, such as <em>(602)
     * 555-0142</em>.
     */
    public String shownIn(String region) {
        return parsed().filter(number -> number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region))
                .map(number -> withExtension(NUMBERS.format(number, PhoneNumberFormat.NATIONAL)))
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
            return new PhoneNumber(typed(digits, region).digits(), extension);
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
        return stored();
    }

    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<PhoneNumber, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PhoneNumber phone) {
            return phone == null ? null : phone.stored();
        }

        @Override
        public @Nullable PhoneNumber convertToEntityAttribute(@Nullable String digits) {
            return digits == null ? null : new PhoneNumber(digits);
        }
    }
}
