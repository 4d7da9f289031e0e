package io.plumbline.access.pins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.SigningPins;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;

/** The signing PIN, its tries and its end, on every store. */
@StoreTest
@OnMySql("guesses at once are counted by row locks of an update")
class SigningPinServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PIN = "174093";
    private static final String WRONG = "174094";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    SigningPinService pins;

    @Autowired
    SigningPins check;

    @Autowired
    PinNotices notices;

    @Autowired
    IdentityService identity;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String username;
    StaffId account;

    @BeforeEach
    void aPersonWithoutAPin() {
        username = "pin" + PEOPLE.incrementAndGet();
        account = group.account(username, Role.THERAPIST, group.west);
    }

    @Test
    void everyChangeNeedsThePasswordAndThePinIsNotEnough() {
        assertThatThrownBy(() -> staff.doAs(username, () -> pins.choose(PIN, PIN)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        setUp();
        staff.doAs(username, () -> {
            identity.proveToSign(PIN);
            assertThatThrownBy(() -> pins.choose("802461", "802461")).isInstanceOf(IdentityService.ProofNeeded.class);
            assertThatThrownBy(pins::remove).isInstanceOf(IdentityService.ProofNeeded.class);
        });
        assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.RIGHT);
    }

    @Test
    void onlyAHashIsStoredAndAnotherPinReplacesIt() {
        setUp();
        assertThat(jdbc.sql("select pin_hash from signing_pin where staff_id = ?")
                        .param(Ids.bytes(account.value()))
                        .query(String.class)
                        .single())
                .startsWith("{argon2")
                .doesNotContain(PIN);
        proven(() -> pins.choose("802461", "802461"));
        assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.WRONG);
        assertThat(check.check(account, "802461")).isEqualTo(SigningPins.Answer.RIGHT);
        assertThat(kinds()).containsExactly("pin.set", "pin.set");
        proven(pins::remove);
        assertThat(check.check(account, "802461")).isEqualTo(SigningPins.Answer.NONE);
        assertThat(kinds()).endsWith("pin.removed");
        assertThatThrownBy(() -> proven(pins::remove)).isInstanceOf(Refused.class);
    }

    @Test
    void thePinProvesWhoSignsForAWhileAndNothingElse() {
        setUp();
        staff.doAs(username, () -> {
            assertThatThrownBy(identity::demandProofToSign).isInstanceOf(IdentityService.ProofNeeded.class);
            identity.proveToSign(PIN);
            identity.demandProofToSign();
            assertThatThrownBy(identity::demandProof)
                    .as("an export or a change of access")
                    .isInstanceOf(IdentityService.ProofNeeded.class);
            clock.pass(Duration.ofMinutes(16));
            assertThatThrownBy(identity::demandProofToSign).isInstanceOf(IdentityService.ProofNeeded.class);
            identity.proveToSign(TestGroup.PASSWORD);
            identity.demandProofToSign();
            identity.demandProof();
        });
    }

    @Test
    void sixDigitsOfAPersonWithoutAPinAreAWrongPassword() {
        staff.doAs(username, () -> assertThatThrownBy(() -> identity.proveToSign(PIN))
                .hasMessageContaining("Incorrect password"));
    }

    @Test
    void fiveWrongTriesInTotalDisableItUntilThePasswordIsGiven() {
        setUp();
        for (int i = 0; i < 5; i++) {
            staff.doAs(username, () -> assertThatThrownBy(() -> identity.proveToSign(WRONG))
                    .hasMessageContaining("Incorrect PIN"));
            if (i < 4) {
                // a right one in between gives no wrong one back
                staff.doAs(username, () -> identity.proveToUnlock(PIN));
            }
        }
        staff.doAs(username, () -> {
            assertThatThrownBy(() -> identity.proveToSign(PIN)).hasMessageContaining("off after five");
            assertThatThrownBy(() -> identity.proveToUnlock(PIN)).hasMessageContaining("off after five");
            assertThat(pins.findMine().isOff()).isTrue();
            assertThatThrownBy(() -> identity.proveToUnlock("wrong password")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> identity.proveToUnlock(PIN)).hasMessageContaining("off after five");
            identity.proveToUnlock(TestGroup.PASSWORD);
            identity.proveToSign(PIN);
        });
        assertThat(kinds())
                .containsOnlyOnce("pin.off")
                .filteredOn("signature.refused"::equals)
                .hasSize(5);
    }

    @Test
    void guessesAtOnceAreFiveTogether() throws Exception {
        setUp();
        var answers = atOnce(16, () -> check.check(account, WRONG));
        assertThat(answers).filteredOn(SigningPins.Answer.WRONG::equals).hasSize(4);
        assertThat(answers).filteredOn(SigningPins.Answer.LAST_WRONG::equals).hasSize(1);
        assertThat(answers).filteredOn(SigningPins.Answer.OFF::equals).hasSize(11);
        assertThat(kinds()).containsOnlyOnce("pin.off");
        assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.OFF);
    }

    @Test
    void theOwnerIsToldOnceAtTheNextSignIn() {
        setUp();
        for (int i = 0; i < 5; i++) {
            check.check(account, WRONG);
        }
        staff.doAs(username, () -> {
            signedIn();
            assertThat(notices.findForCurrentUser()).isPresent();
            assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.RIGHT);
        });
        staff.doAs(username, () -> {
            signedIn();
            assertThat(notices.findForCurrentUser()).isEmpty();
        });
    }

    @Test
    void deactivationAndTheLinkForALostDeviceRemoveIt() {
        setUp();
        staff.doAs(
                "admin",
                () -> accounts.switchOff(
                        account, accounts.open(account).orElseThrow().version()));
        assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.NONE);
        assertThat(kinds()).contains("pin.removed");

        aPersonWithoutAPin();
        setUp();
        var version = staff.as("admin", () -> accounts.open(account)).orElseThrow();
        var link = staff.as("admin", () -> {
            identity.prove(TestGroup.PASSWORD);
            return accounts.newLinkForLostDevice(account, version.version());
        });
        assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.RIGHT);
        staff.doAs("system", () -> links.choosePassword(link.token(), "another four words", "another four words"));
        assertThat(check.check(account, PIN)).isEqualTo(SigningPins.Answer.NONE);
    }

    private void signedIn() {
        var authentication = org.springframework.security.core.context.SecurityContextHolder.getContext()
                .getAuthentication();
        notices.on(new InteractiveAuthenticationSuccessEvent(authentication, SigningPinServiceTest.class));
    }

    private void setUp() {
        proven(() -> pins.choose(PIN, PIN));
    }

    private void proven(Runnable action) {
        staff.doAs(username, () -> {
            identity.prove(TestGroup.PASSWORD);
            action.run();
        });
    }

    private static <T> List<T> atOnce(int times, Callable<T> action) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = new ArrayList<T>();
            for (var one : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(n -> action).toList())) {
                results.add(one.get());
            }
            return results;
        }
    }

    private List<String> kinds() {
        return jdbc
                .sql("select kind from audit_event where kind not like 'content.%' and subject = ? order by id")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .list()
                .stream()
                .filter(kind -> kind.startsWith("pin.") || kind.startsWith("signature."))
                .toList();
    }
}
