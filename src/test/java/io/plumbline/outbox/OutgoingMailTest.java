package io.plumbline.outbox;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Refused;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTest {
    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: all@example.org", "Hello\nX: y", "Hello\rX"})
    void aSubjectCannotInjectAHeader(String subject) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new OutgoingMail(
                        UUID.randomUUID(), null, new EmailAddress("lee@example.org"), "ANY", subject, "Text"))
                .withMessage("The subject must be one line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lee@example.org\r\nBcc: all@example.org",
                "lee@example.org, all@example.org",
                "Lee <lee@example.org>",
                "lee@example.org all@example.org"
            })
    void anAddressCannotContainASecondOne(String address) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new EmailAddress(address));
    }
}
