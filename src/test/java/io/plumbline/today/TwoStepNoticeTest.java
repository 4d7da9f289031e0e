package io.plumbline.today;

import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.factors.FactorSecret;
import io.plumbline.access.factors.FactorSteps;
import io.plumbline.access.factors.SecondFactorService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Role;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.TwoStepTest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** What the start page says about two-step sign-in. Auditors must use it here. */
@TwoStepTest
class TwoStepNoticeTest extends SpringBrowserlessTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";

    @Autowired
    AccountService accounts;

    @Autowired
    SecondFactorService factors;

    @Autowired
    IdentityService identity;

    @Autowired
    ClinicService clinics;

    @Autowired
    AuthenticationManager authentication;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @AfterEach
    void signsOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theDaysToSetItUpAreCountedDownUntilItIsSetUp() {
        var username = account(Role.AUDITOR);
        signIn(username);
        assertThat(said()).contains("Set up two-step sign-in within 7 days");
        clock.pass(Duration.ofDays(2));
        signIn(username);
        assertThat(said()).contains("within 5 days");
        clock.pass(Duration.ofDays(4).plusHours(1));
        signIn(username);
        assertThat(said()).contains("within a day");

        identity.prove(PASSWORD);
        FactorSecret secret = factors.begin();
        factors.confirm(secret, FactorSteps.codeAt(secret, clock.instant()));
        assertThat(said()).isEmpty();
    }

    @Test
    void aRoleThatNeedsNoneIsToldNothing() {
        signIn(account(Role.ADMIN));
        assertThat(said()).isEmpty();
    }

    private String account(Role role) {
        var username = "notice" + PEOPLE.incrementAndGet();
        var draft = new AccountDraft(username, username, Set.of(role), Set.of());
        staff.doAs("system", () -> accounts.create(draft, PASSWORD));
        return username;
    }

    private void signIn(String username) {
        SecurityContextHolder.setContext(new SecurityContextImpl(
                authentication.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD))));
    }

    private String said() {
        Optional<Component> notice = TwoStepNotice.forCurrentUser(factors, clinics, clock);
        return notice.map(part -> textOf(part)).orElse("");
    }
}
