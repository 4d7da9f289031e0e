package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** An e-mail address as the person entered it. */
public record EmailAddress(String address) {
    private static final int LONGEST = 254;

    /** With what was copied along. What is longer is refused before any pattern reads it, since strangers send it too. */
    private static final int LONGEST_TYPED = 320;

    /** What people copy along with an address: the scheme of a link, brackets, the sign that ended the sentence. */
    private static final Pattern COPIED_ALONG =
            Pattern.compile("(?iu)^(?:mailto:)?[\\s<(\\[,;:]*(?<address>.*?)[\\s>)\\],;:/.]*$");

    private static final Pattern LOCAL = Pattern.compile("[^.,;:()\\[\\]\\\\]+(?:\\.[^.,;:()\\[\\]\\\\]+)*");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LAST_LABEL = Pattern.compile("(?i)[a-z]{2,63}|xn--[a-z0-9-]{1,59}");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    /**
     * Parses an address that a person typed or pasted, without what was copied along with it.
     *
     * @throws Refused if no mail can ever reach it, with a message for the user
     */
    public static EmailAddress typed(String typed) {
        if (typed.strip().length() > LONGEST_TYPED) {
            throw tooLong();
        }
        var whole = COPIED_ALONG.matcher(typed.strip());
        var email = new EmailAddress(whole.matches() ? whole.group("address") : typed);
        var at = email.address.lastIndexOf('@');
        if (!LOCAL.matcher(email.address.substring(0, at)).matches()
                || at > LONGEST_LOCAL
                || !isDomain(email.address.substring(at + 1))) {
            throw incomplete();
        }
        return email;
    }

    private static boolean isDomain(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            var labels = ascii.split("\\.", -1);
            return ascii.length() <= LONGEST_DOMAIN
                    && Arrays.stream(labels)
                            .allMatch(label -> LABEL.matcher(label).matches())
                    && LAST_LABEL.matcher(labels[labels.length - 1]).matches();
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }

    private static Refused tooLong() {
        return new Refused("An e-mail address has at most 254 characters");
    }

    private static Refused incomplete() {
        return new Refused("Enter the e-mail address in full, such as name@example.org");
    }

    /**
     * Creates an address as it is stored; some were stored before {@link #typed} asked for more.
     *
     * @throws Refused if it is not an e-mail address, with a message for the user
     */
    public EmailAddress {
        address = address.strip();
        if (address.length() > LONGEST) {
            throw tooLong();
        }
        if (!address.matches("[^\\s\\p{C}@<>\"]+@[^\\s\\p{C}@<>\"]+\\.[^\\s\\p{C}@<>\".]+")) {
            throw incomplete();
        }
    }

    /** Returns the {@code mailto:} link; encoded, so that no character of the address can add a recipient or text. */
    public String mailto() {
        var at = address.lastIndexOf('@');
        return "mailto:" + UriUtils.encode(address.substring(0, at), StandardCharsets.UTF_8) + "@"
                + UriUtils.encode(address.substring(at + 1), StandardCharsets.UTF_8);
    }

    /** Returns whether both reach the same mailbox, or there is none: capitals make no difference. */
    public static boolean areSame(@Nullable EmailAddress one, @Nullable EmailAddress other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.address.equalsIgnoreCase(other.address);
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
