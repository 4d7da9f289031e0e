package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** An e-mail address as the person entered it. */
public record EmailAddress(String address) {
    private static final int LONGEST = 254;

    /** @throws Refused if it is not an e-mail address, with a message for the user */
    public EmailAddress {
        address = address.strip();
        if (address.length() > LONGEST) {
            throw new Refused("An e-mail address has at most 254 characters");
        }
        if (!address.matches("[^\\s\\p{C}@<>\"]+@[^\\s\\p{C}@<>\"]+\\.[^\\s\\p{C}@<>\".]+")) {
            throw new Refused("Enter the e-mail address in full, such as name@example.org");
        }
    }

    /** Returns the {@code mailto:} link; encoded, so that no character of the address can add a recipient or text. */
    public String mailto() {
        var at = address.lastIndexOf('@');
        return "mailto:" + UriUtils.encode(address.substring(0, at), StandardCharsets.UTF_8) + "@"
                + UriUtils.encode(address.substring(at + 1), StandardCharsets.UTF_8);
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
