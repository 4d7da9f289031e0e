package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** A person changes their own password. */
@StoreTest
class OwnPasswordServiceTest extends AccountTestSteps {
    private static final String NEW = "kettle violet anchor moss";

    @Autowired
    OwnPasswordService passwords;

    @Autowired
    StaffSessionService sessions;

    @Autowired
    CurrentAccountQuery currentAccountQuery;

    @Test
    void theNewPasswordCountsAndOnlyTheSessionThatChangedItGoesOn() {
        var person = active(Role.FRONT_DESK, group.west);
        var here = authenticate(person, PASSWORD);
        var elsewhere = authenticate(person, PASSWORD);
        var session = staff.as(person.username(), () -> sessions.begin(null, "127.0.0.1"));
        assertThat(isStill(elsewhere, session)).isTrue();

        clock.pass(Duration.ofSeconds(1));
        as(here, () -> passwords.change(PASSWORD, NEW, NEW));

        assertThat(isStill(here, session)).isTrue();
        assertThat(isStill(elsewhere, session)).isFalse();
        assertThat(signIn(person, NEW).staff()).isEqualTo(person.id());
        assertThatThrownBy(() -> signIn(person, PASSWORD)).isInstanceOf(BadCredentialsException.class);
        assertThat(kindsOf(person.id())).contains("account.password-changed");
    }

    @ParameterizedTest
    @CsvSource({
        "not my password at all, kettle violet anchor moss, kettle violet anchor moss, CURRENT_PASSWORD, Incorrect password",
        "long enough to sign in, too short, too short, PASSWORD, 15 to 128",
        "long enough to sign in, jennifermichelle, jennifermichelle, PASSWORD, easy to guess",
        "long enough to sign in, kettle violet anchor moss, kettle violet anchor, REPEATED, do not match",
        "long enough to sign in, long enough to sign in, long enough to sign in, PASSWORD, your current password"
    })
    void aRefusalNamesItsFieldAndChangesNothing(
            String current, String password, String repeated, AccountField field, String why) {
        var person = active(Role.FRONT_DESK, group.west);
        assertThatThrownBy(
                        () -> as(authenticate(person, PASSWORD), () -> passwords.change(current, password, repeated)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageContaining(why);
        assertThat(signIn(person, PASSWORD).staff()).isEqualTo(person.id());
    }

    @Test
    void wrongCurrentPasswordsAreLimitedAndANewOneThatIsTooShortUsesUpNoTry() {
        var person = active(Role.FRONT_DESK, group.west);
        var here = authenticate(person, PASSWORD);
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> as(here, () -> passwords.change(PASSWORD, "short", "short")))
                    .hasMessageContaining("15 to 128");
        }
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> as(here, () -> passwords.change("guess", NEW, NEW)))
                    .hasMessageContaining("Incorrect password");
        }
        assertThatThrownBy(() -> as(here, () -> passwords.change(PASSWORD, NEW, NEW)))
                .hasMessageContaining("Too many wrong passwords");
    }

    private Authentication authenticate(Person person, String password) {
        return authentication.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person.username(), password));
    }

    private boolean isStill(Authentication signedIn, StaffSessionId session) {
        return currentAccountQuery.findSame(Map.of(session, signedIn)).contains(session);
    }

    private static void as(Authentication signedIn, Runnable action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
