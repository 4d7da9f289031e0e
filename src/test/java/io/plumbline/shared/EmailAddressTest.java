package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name@example.org",
                "Name.Of-Mine+back@mail.example.co.uk",
                "a@b.de",
                "jürgen@müller.example",
                "1234@example.org",
                "name@xn--mller-kva.example"
            })
    void isKeptAsEntered(String typed) {
        assertThat(new EmailAddress(typed)).hasToString(typed);
    }

    /** Case 07 of the public reports. */
    @ParameterizedTest
    @ValueSource(strings = {"o'neil@example.org", "a+b@example.org", "x@münchen.example", "a@b.de", "1234@example.org"})
    void anOddAddressIsTakenAsTyped(String typed) {
        assertThat(EmailAddress.typed(typed)).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org,",
                "a@example.org;",
                "mailto:a@example.org",
                "MAILTO:a@example.org.",
                "a@example.org/",
                "<a@example.org>",
                " (a@example.org) ",
                "a@example.org.\n"
            })
    void whatWasCopiedAlongIsLeftOut(String typed) {
        assertThat(EmailAddress.typed(typed)).hasToString("a@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example..org",
                "a@-example.org",
                "a@example-.org",
                "jane.@example.org",
                ".jane@example.org",
                "ja..ne@example.org",
                "a@example.org,b@example.org",
                "a,b@example.org",
                "a@example,org",
                "a@example.1",
                "a@192.168.0.1",
                "a@exa_mple.org",
                "a@example.o",
                "a@example.org/x"
            })
    void anAddressThatNoMailReachesIsRefused(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> EmailAddress.typed(typed))
                .withMessage("Enter the e-mail address in full, such as name@example.org");
    }

    @Test
    void mayContainAnApostrophe() {
        assertThatCode(() -> new EmailAddress("o'connor@example.org")).doesNotThrowAnyException();
    }

    @Test
    void isEscapedInMailtoLinks() {
        assertThat(new EmailAddress("x?body=a&cc=b@x.example").mailto())
                .isEqualTo("mailto:x%3Fbody%3Da%26cc%3Db@x.example");
        assertThat(new EmailAddress("name@example.org").mailto()).isEqualTo("mailto:name@example.org");
    }

    @Test
    void isTrimmed() {
        assertThat(new EmailAddress("  name@example.org\n")).isEqualTo(new EmailAddress("name@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "name",
                "@example.org",
                "name@",
                "name@example",
                "name@.org",
                "name@example.",
                "name@@example.org",
                "name@example.org, other@example.org",
                "first last@example.org",
                "name@exam ple.org",
                "name@example.org\nBcc: other",
                "<name@example.org>",
                "Lee <name@example.org>",
                "\"name\"@example.org"
            })
    void isRefusedIfIncomplete(String typed) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new EmailAddress(typed))
                .withMessage("Enter the e-mail address in full, such as name@example.org");
    }

    @Test
    void hasAtMost254Characters() {
        var rest = "@example.org";
        assertThat(new EmailAddress("n".repeat(254 - rest.length()) + rest).address())
                .hasSize(254);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new EmailAddress("n".repeat(255 - rest.length()) + rest))
                .withMessage("An e-mail address has at most 254 characters");
    }

    @Test
    void whatIsFarTooLongIsRefusedBeforeItIsRead() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> EmailAddress.typed("x" + ".".repeat(64 * 1024) + "x"))
                .withMessage("An e-mail address has at most 254 characters");
        var longest = "n".repeat(240) + "@example.org";
        assertThatExceptionOfType(Refused.class)
                .as("its part before the @ has more than 64 characters")
                .isThrownBy(() -> EmailAddress.typed(" ".repeat(400) + "<" + longest + ">"))
                .withMessageStartingWith("Enter the e-mail address in full");
    }

    @Test
    void isReadBackAsItWasStored() {
        var column = new EmailAddress.Column();
        var email = new EmailAddress("Name@example.org");
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(email)))
                .isEqualTo(email);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(null)))
                .isNull();
    }
}
