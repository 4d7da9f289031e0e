package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** An e-mail address as a person gave it. */
public record EmailAddress(String address) {
    private static final int LONGEST = 254;

    /**
     * @throws IllegalArgumentException if it is no e-mail address, in words for who typed it
     */
    public EmailAddress {
        address = address.strip();
        if (address.length() > LONGEST) {
            throw new IllegalArgumentException("An e-mail address has at most 254 characters");
        }
        if (!address.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+")) {
            throw new IllegalArgumentException("Enter the e-mail address in full, such as name@example.org");
        }
    }

    @Override
    public String toString() {
        return address;
    }

    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<EmailAddress, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable EmailAddress email) {
            return email == null ? null : email.address();
        }

        @Override
        public @Nullable EmailAddress convertToEntityAttribute(@Nullable String address) {
            return address == null ? null : new EmailAddress(address);
        }
    }
}
