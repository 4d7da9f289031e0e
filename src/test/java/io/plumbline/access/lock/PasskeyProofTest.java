package io.plumbline.access.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.factors.PasskeyCheckService;
import io.plumbline.access.factors.PasskeyService;
import io.plumbline.access.factors.PasskeySteps;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A passkey of somebody who is signed in: at their locked screen, and before a sensitive action. */
@StoreTest
// the portal of the other second factors
class PasskeyProofTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PORTAL = "http://localhost:8080";
    private static final String SESSION = "this session";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PasskeyService passkeys;

    @Autowired
    PasskeyCheckService signIns;

    @Autowired
    IdentityService identity;

    @Autowired
    UnlockService unlocking;

    @Autowired
    SessionLock locks;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String username;
    StaffId account;
    PasskeySteps device;
    MockHttpServletRequest request;

    @BeforeEach
    void aPersonWithAPasskey() {
        var number = PEOPLE.incrementAndGet();
        username = "proof" + number;
        account = group.account(username, Role.FRONT_DESK, group.west);
        device = new PasskeySteps();
        add(username, device);
        request = new MockHttpServletRequest();
        // tries are counted by network too
        request.setRemoteAddr("10.17." + number + ".1");
        clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void aPasskeyIsAFreshProofForFifteenMinutes() {
        staff.doAs(username, () -> {
            assertThatThrownBy(identity::demandProof).isInstanceOf(ProofNeeded.class);
            assertThat(identity.hasPasskey()).isTrue();
            var asked = identity.askPasskey(SESSION);
            assertThat(asked).contains("\"userVerification\":\"required\"", "\"allowCredentials\":[{");
            identity.provePasskey(device.sign(asked, PORTAL), SESSION);
            assertThatCode(identity::demandProof).doesNotThrowAnyException();
            assertThatCode(identity::demandProofToSign).doesNotThrowAnyException();
            clock.pass(Duration.ofMinutes(16));
            assertThatThrownBy(identity::demandProof).isInstanceOf(ProofNeeded.class);
        });
        assertThat(details("signature.refused")).isEmpty();
    }

    @Test
    void anAnswerIsForItsSessionOurOwnAddressAndWorksOnce() {
        staff.doAs(username, () -> {
            var asked = identity.askPasskey(SESSION);
            assertThatThrownBy(() -> identity.provePasskey(device.sign(asked, PORTAL), "another session"))
                    .hasMessageContaining("took too long");
            var ofSignIn = staff.as("system", () -> signIns.ask(SESSION));
            assertThatThrownBy(() -> identity.provePasskey(device.sign(ofSignIn, PORTAL), SESSION))
                    .as("a challenge of the sign-in page")
                    .hasMessageContaining("took too long");
            assertThatThrownBy(() -> identity.provePasskey(device.sign(asked, "https://portal.example"), SESSION))
                    .hasMessageContaining("another address");
            assertThatThrownBy(() ->
                            identity.provePasskey(device.at("portal.example").sign(asked, PORTAL), SESSION))
                    .hasMessageContaining("could not be confirmed");
            assertThatThrownBy(identity::demandProof).isInstanceOf(ProofNeeded.class);
            var answer = device.at("localhost").sign(asked, PORTAL);
            identity.provePasskey(answer, SESSION);
            assertThatThrownBy(() -> identity.provePasskey(answer, SESSION)).isInstanceOf(Refused.class);
        });
        assertThat(details("signature.refused"))
                .containsExactly(
                        "passkey too late, or from another browser",
                        "passkey too late, or from another browser",
                        "passkey of another site",
                        "wrong passkey",
                        "the counter of the passkey went backward");
    }

    @Test
    void theSameAnswerIsUsedUpWhereTheDeviceDoesNotCount() {
        var phone = new PasskeySteps().withoutCounter();
        add(username, phone);
        clock.pass(Duration.ofMinutes(1));
        staff.doAs(username, () -> {
            var answer = phone.sign(identity.askPasskey(SESSION), PORTAL);
            identity.provePasskey(answer, SESSION);
            assertThatThrownBy(() -> identity.provePasskey(answer, SESSION)).hasMessageContaining("used already");
        });
    }

    @Test
    void fiveWrongPasskeysBlockPasskeyAndPasswordForAWhile() {
        staff.doAs(username, () -> {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> identity.provePasskey("{}", SESSION)).isInstanceOf(Refused.class);
            }
            var answer = device.sign(identity.askPasskey(SESSION), PORTAL);
            assertThatThrownBy(() -> identity.provePasskey(answer, SESSION)).hasMessageContaining("Too many");
            assertThatThrownBy(() -> identity.prove(TestGroup.PASSWORD)).hasMessageContaining("Too many");
            assertThatThrownBy(identity::demandProof).isInstanceOf(ProofNeeded.class);
        });
    }

    @Test
    void whoHasNoPasskeyIsNotAskedForOne() {
        var colleague = "without" + username;
        group.account(colleague, Role.FRONT_DESK, group.west);
        staff.doAs(colleague, () -> {
            assertThat(identity.hasPasskey()).isFalse();
            assertThatThrownBy(() -> identity.askPasskey(SESSION)).hasMessageContaining("no passkey");
        });
    }

    @Test
    void aPasskeyOfThePersonWhoLockedTheScreenUnlocksIt() {
        locked(session -> {
            var asked = identity.askPasskey(session.getId());
            var answer = device.sign(asked, PORTAL);
            unlocking.unlockByPasskey(request, answer);
            assertThat(SessionLock.isLocked(session)).isFalse();
            assertThatCode(identity::demandProof).doesNotThrowAnyException();

            locks.lock(session, "by hand");
            assertThatThrownBy(() -> unlocking.unlockByPasskey(request, answer))
                    .as("the same answer again")
                    .isInstanceOf(Refused.class);
            assertThat(SessionLock.isLocked(session)).isTrue();
        });
        assertThat(details("screen.unlocked")).containsExactly("passkey");
        assertThat(details("unlock.refused"))
                .containsExactly("the counter of the passkey went backward, from " + request.getRemoteAddr());
    }

    @Test
    void thePasskeyOfAColleagueOpensNothingAndIsOnRecord() {
        var colleague = "other" + username;
        group.account(colleague, Role.FRONT_DESK, group.west);
        var theirs = new PasskeySteps();
        add(colleague, theirs);
        clock.pass(Duration.ofMinutes(1));
        locked(session -> {
            var asked = identity.askPasskey(session.getId());
            assertThatThrownBy(() -> unlocking.unlockByPasskey(request, theirs.sign(asked, PORTAL)))
                    .hasMessage("This passkey belongs to somebody else. Use one of your own");
            assertThat(SessionLock.isLocked(session)).isTrue();
            assertThatThrownBy(identity::demandProof).isInstanceOf(ProofNeeded.class);
        });
        assertThat(details("unlock.refused"))
                .containsExactly("passkey of another person, from " + request.getRemoteAddr());
        assertThat(details("screen.unlocked")).isEmpty();
        staff.doAs(colleague, () -> {
            clock.pass(Duration.ofMinutes(1));
            identity.provePasskey(theirs.sign(identity.askPasskey(SESSION), PORTAL), SESSION);
        });
    }

    @Test
    void wrongPasskeysAtALockedScreenAreLimitedWithOtherWrongTries() {
        locked(session -> {
            for (int i = 0; i < 4; i++) {
                var asked = identity.askPasskey(session.getId());
                assertThatThrownBy(() -> unlocking.unlockByPasskey(
                                request, device.unverified().sign(asked, PORTAL)))
                        .hasMessageContaining("could not be confirmed");
            }
            assertThatThrownBy(() -> unlocking.unlock(request, "not the password"))
                    .hasMessageContaining("Incorrect password");
            assertThatThrownBy(() -> unlocking.unlockByPasskey(request, "{}")).hasMessageContaining("Too many");
            assertThat(SessionLock.isLocked(session)).isTrue();
        });
        assertThat(details("unlock.refused"))
                .hasSize(5)
                .filteredOn(why -> why.startsWith("wrong passkey, from"))
                .hasSize(4);
    }

    /** Locks the session of the request as its person, and does something at the locked screen. */
    private void locked(Consumer<HttpSession> then) {
        staff.doAs(username, () -> {
            var session = request.getSession();
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    new SecurityContextImpl(SecurityContextHolder.getContext().getAuthentication()));
            locks.lock(session, "by hand");
            assertThat(SessionLock.isLocked(session)).isTrue();
            then.accept(session);
        });
    }

    private void add(String owner, PasskeySteps to) {
        staff.doAs(owner, () -> {
            identity.prove(TestGroup.PASSWORD);
            var asked = passkeys.begin("Laptop");
            passkeys.add(asked, to.create(asked.json(), PORTAL));
        });
    }

    private List<String> details(String kind) {
        return jdbc.sql("select detail from audit_event where subject = ? and kind = ? order by id")
                .params(Ids.bytes(account.value()), kind)
                .query(String.class)
                .list();
    }
}
