package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** How the portal keeps passwords. */
class SignInConfigTest {
    @Test
    void aPasswordIsHashedByArgon2idWith16MegabytesInThreePasses() {
        var passwords = SignInConfig.passwordEncoder();
        var hash = passwords.encode("a password of the clinic");
        assertThat(hash).contains("$argon2id$", "$m=16384,t=3,p=1$");
        assertThat(passwords.matches("a password of the clinic", hash)).isTrue();
        assertThat(passwords.matches("another password", hash)).isFalse();
        assertThat(passwords.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void aHashOfFewerPassesIsAcceptedAndToBeRenewed() {
        var passwords = SignInConfig.passwordEncoder();
        var before = "{" + SignInConfig.ARGON2 + "}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("kept for years");
        assertThat(before).contains("$m=16384,t=2,p=1$");
        assertThat(passwords.matches("kept for years", before)).isTrue();
        assertThat(passwords.upgradeEncoding(before)).isTrue();
    }
}
