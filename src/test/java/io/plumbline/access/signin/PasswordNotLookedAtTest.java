package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.DemoTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A sign-in whose password was not looked at is on record as any other that was refused, and says why. */
@DemoTest
class PasswordNotLookedAtTest {
    @Autowired
    UserDetailsService users;

    @Autowired
    UserDetailsPasswordService newHashes;

    @Autowired
    SecondFactors factors;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSignInWhosePasswordWasNotCheckedIsAudited() {
        var before = rows();
        var busy = SignInConfig.authenticationManager(users, newHashes, new Busy(), factors, everybody -> true, events);
        assertThatThrownBy(() -> busy.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("chiropractor", "any password")))
                .isInstanceOf(PasswordNotLookedAt.class)
                .hasMessageContaining("was not checked");
        assertThat(rows() - before).isEqualTo(1);
    }

    private long rows() {
        return jdbc.sql("select count(*) from audit_event where detail like"
                        + " 'account chiropractor, password not looked at, too many at once%'")
                .query(Long.class)
                .single();
    }

    /** Has never time for a password. */
    private static final class Busy implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            throw new PasswordNotLookedAt();
        }
    }
}
