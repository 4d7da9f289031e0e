package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A telephone number: digits, with a plus before them where the country is given. */
public record PhoneNumber(String digits) {
    private static final int LONGEST_TYPED = 24;

    /**
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
