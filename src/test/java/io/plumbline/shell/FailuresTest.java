package io.plumbline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** An action that is refused is no failure: it asks the screen to go, and leaves no trace of code in the log. */
class FailuresTest {
    @Test
    void whatServicesAnswerStrangersIsARefusal() {
        assertThat(Failures.isRefusal(new NoSuchElementException("Not available")))
                .isTrue();
        assertThat(Failures.isRefusal(new AccessDeniedException("Access Denied")))
                .isTrue();
    }

    @Test
    void whatWentWrongInsideIsAFailure() {
        assertThat(Failures.isRefusal(new IllegalStateException("Not available")))
                .isFalse();
        try {
            Optional.empty().orElseThrow();
        } catch (NoSuchElementException ofTheCode) {
            assertThat(Failures.isRefusal(ofTheCode)).isFalse();
        }
    }
}
