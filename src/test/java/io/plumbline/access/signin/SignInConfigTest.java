package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the portal keeps passwords. */
class SignInConfigTest {
    @Test
    void aPasswordIsHashedByArgon2idWith16MegabytesTwice() {
        var passwords = SignInConfig.passwordEncoder();
        var hash = passwords.encode("a password of the clinic");
        assertThat(hash).contains("$argon2id$", "$m=16384,t=2,p=1$");
        assertThat(passwords.matches("a password of the clinic", hash)).isTrue();
        assertThat(passwords.matches("another password", hash)).isFalse();
    }
}
