package io.plumbline.access.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.NewColleague;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.access.accounts.RoleToConfirm;
import io.plumbline.access.signin.CodeNeeded;
import io.plumbline.access.signin.FactorNotice;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.StaffUser;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Setting up two-step sign-in, its codes and its end, on every store. */
@StoreTest
@OnMySql("of two requests with one code, the row lock of a conditional update lets one win")
class SecondFactorServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    SecondFactorService factors;

    @Autowired
    CodeCheckService checks;

    @Autowired
    IdentityService identity;

    @Autowired
    FactorGate gate;

    @Autowired
    UserDetailsService users;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    AuthenticationManager authentication;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String username;
    StaffId account;
    FactorSecret secret;

    @BeforeEach
    void aPersonWithoutASecondFactor() {
        username = "factor" + PEOPLE.incrementAndGet();
        account = group.account(username, Role.FRONT_DESK, group.west);
    }

    @Test
    void everyChangeNeedsAFreshProofOfIdentity() {
        assertThatThrownBy(() -> staff.as(username, factors::begin)).isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.as(username, () -> factors.confirm(FactorSecret.next(), "123456")))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.as(username, factors::renewRecoveryCodes))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.doAs(username, factors::remove)).isInstanceOf(IdentityService.ProofNeeded.class);
    }

    @Test
    void aSetUpThatIsNeverConfirmedChangesNothing() {
        var begun = proven(factors::begin);
        assertThatThrownBy(() -> proven(() -> factors.confirm(begun, FactorSteps.wrongCodeAt(begun, clock.instant()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not right");
        assertThat(staff.as(username, factors::findMine)).isEqualTo(new FactorStatus(null, 0, 0, false));
        assertThat(rows("second_factor") + rows("recovery_code")).isZero();
        signIn();
    }

    @Test
    void theSecretIsStoredEncryptedAndRecoveryCodesOnlyAsHashes() {
        var codes = setUp();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
        var stored = jdbc.sql("select secret from second_factor where staff_id = ?")
                .param(Ids.bytes(account.value()))
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(staff.as(username, factors::findMine)).isEqualTo(new FactorStatus(clock.instant(), 0, 10, false));
        assertThat(kinds()).endsWith("factor.set-up");
    }

    @Test
    void anAccountWithAFactorIsNotSignedInByItsPasswordAlone() {
        setUp();
        assertThatThrownBy(this::signIn).isInstanceOf(CodeNeeded.class);
    }

    @Test
    void aCodeWorksOnce() {
        setUp();
        assertThat(check(code())).as("the code of the set-up").isEqualTo(CodeResult.USED);
        clock.pass(Duration.ofSeconds(30));
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
        assertThat(check(code())).isEqualTo(CodeResult.USED);
        assertThat(check(FactorSteps.codeAt(secret, clock.instant().minusSeconds(30))))
                .as("an older one, too")
                .isEqualTo(CodeResult.USED);
        assertThat(check(FactorSteps.wrongCodeAt(secret, clock.instant()))).isEqualTo(CodeResult.WRONG);
        assertThat(check(FactorSteps.codeAt(secret, clock.instant().minusSeconds(90))))
                .isEqualTo(CodeResult.CLOCK_OFF);
        assertThat(kinds()).filteredOn("factor.code-refused"::equals).hasSize(5);
    }

    @Test
    void ofTwoRequestsWithOneCodeOneWins() throws Exception {
        var codes = setUp();
        clock.pass(Duration.ofMinutes(1));
        var code = code();
        assertThat(atOnce(() -> check(code))).containsOnlyOnce(CodeResult.RIGHT).contains(CodeResult.USED);
        assertThat(atOnce(() -> useRecoveryCode(codes.getFirst())))
                .containsOnlyOnce(CodeResult.RIGHT)
                .contains(CodeResult.WRONG_RECOVERY_CODE);
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        var codes = setUp();
        assertThat(useRecoveryCode(codes.getFirst().replace("-", " ").toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(CodeResult.RIGHT);
        assertThat(useRecoveryCode(codes.getFirst())).isEqualTo(CodeResult.WRONG_RECOVERY_CODE);
        assertThat(staff.as(username, factors::findMine).codesLeft()).isEqualTo(9);
        assertThat(kinds()).endsWith("factor.recovery-code-used", "factor.code-refused");

        var anew = proven(factors::renewRecoveryCodes);
        assertThat(useRecoveryCode(codes.get(1))).as("an earlier one").isEqualTo(CodeResult.WRONG_RECOVERY_CODE);
        assertThat(useRecoveryCode(anew.get(1))).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    void theCodesOfAnotherAccountAreWrong() {
        var codes = setUp();
        var before = code();
        var other = group.account("other" + username, Role.FRONT_DESK, group.west);
        clock.pass(Duration.ofSeconds(30));
        assertThat(staff.as("system", () -> checks.check(other, before))).isEqualTo(CodeResult.WRONG);
        assertThat(staff.as("system", () -> checks.useRecoveryCode(other, codes.getFirst())))
                .isEqualTo(CodeResult.WRONG_RECOVERY_CODE);
    }

    @Test
    void turningItOffLetsThePasswordAloneInAgain() {
        setUp();
        proven(() -> {
            factors.remove();
            return true;
        });
        assertThat(rows("second_factor") + rows("recovery_code")).isZero();
        signIn();
        assertThat(kinds()).contains("factor.removed");
        assertThatThrownBy(() -> proven(factors::renewRecoveryCodes)).hasMessageContaining("is off");
    }

    @Test
    void anotherPhoneReplacesTheFirst() {
        setUp();
        var first = secret;
        clock.pass(Duration.ofMinutes(1));
        setUp();
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(FactorSteps.codeAt(first, clock.instant()))).isNotEqualTo(CodeResult.RIGHT);
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
        assertThat(rows("recovery_code")).isEqualTo(10);
    }

    @Test
    void aSetUpDuringASignInNeverReplacesAFactor() {
        setUp();
        var theirs = FactorSecret.next();
        var code = FactorSteps.codeAt(theirs, clock.instant());
        assertThatThrownBy(() -> staff.as("system", () -> checks.setUp(account, theirs, code)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("set up in the meantime");
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    void theLinkForALostDeviceRemovesTheFactorAndTellsTheManager() {
        username = "lost" + username;
        account = group.account(username, Role.THERAPIST, group.west);
        setUp();
        clock.pass(Duration.ofMinutes(1));
        var version = staff.as("admin", () -> accounts.open(account)).orElseThrow();
        assertThat(version.hasFactor()).isTrue();
        assertThatThrownBy(() -> staff.as("admin", () -> accounts.newLinkForLostDevice(account, version.version())))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        var link = staff.as("admin", () -> {
            identity.prove(TestGroup.PASSWORD);
            return accounts.newLinkForLostDevice(account, version.version());
        });
        assertThatThrownBy(this::signIn)
                .as("nothing happens before the link is used")
                .isInstanceOf(CodeNeeded.class);

        staff.doAs("system", () -> links.choosePassword(link.token(), "another four words", "another four words"));
        assertThat(rows("second_factor") + rows("recovery_code")).isZero();
        assertThat(kinds()).contains("factor.reset");
        authentication.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(staff.username(username), "another four words"));
        assertThat(staff.as("manager", roles::waiting))
                .filteredOn(role -> role.account().equals(account))
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.isAgain()).isTrue();
                    assertThat(role.isFactorReset()).isTrue();
                });
        assertThat(staff.as("admin", () -> accounts.open(account)).orElseThrow().hasFactor())
                .isFalse();
    }

    @Test
    void aManagerHearsOfALostDeviceAlsoWhereNoRoleWaits() {
        setUp();
        var link = staff.as("admin", () -> {
            identity.prove(TestGroup.PASSWORD);
            return accounts.newLinkForLostDevice(
                    account, accounts.open(account).orElseThrow().version());
        });
        assertThat(link.isForLostDevice()).isTrue();
        assertThat(staff.as("system", () -> links.holder(link.token())).isForLostDevice())
                .isTrue();
        assertThat(lostDevices()).as("the link is not used yet").isEmpty();
        staff.doAs("system", () -> links.choosePassword(link.token(), "another four words", "another four words"));
        assertThat(staff.as("manager", roles::waiting))
                .extracting(RoleToConfirm::account)
                .doesNotContain(account);
        assertThat(lostDevices()).singleElement().satisfies(person -> assertThat(person.resetAt())
                .isEqualTo(clock.instant()));
        clock.pass(Duration.ofDays(15));
        assertThat(lostDevices()).isEmpty();
    }

    private List<NewColleague> lostDevices() {
        return staff.as("manager", roles::newColleagues).stream()
                .filter(person -> person.account().equals(account) && person.resetAt() != null)
                .toList();
    }

    @Test
    void anOrdinaryLinkKeepsTheFactor() {
        setUp();
        var link = staff.as(
                "admin",
                () -> accounts.newLink(
                        account, accounts.open(account).orElseThrow().version()));
        staff.doAs("system", () -> links.choosePassword(link.token(), "another four words", "another four words"));
        assertThatThrownBy(() -> authentication.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        staff.username(username), "another four words")))
                .isInstanceOf(CodeNeeded.class);
    }

    @Test
    void afterAHundredWrongCodesInARowNoCodeIsComparedUntilARecoveryCode() {
        var codes = setUp();
        clock.pass(Duration.ofMinutes(1));
        refuse(RefusedCodeStore.MOST - 1);
        assertThat(check(code())).as("in time").isEqualTo(CodeResult.RIGHT);
        clock.pass(Duration.ofMinutes(1));
        refuse(RefusedCodeStore.MOST);
        assertThat(check(code())).as("even the right one").isEqualTo(CodeResult.ENDED);
        assertThat(useRecoveryCode(codes.getFirst())).isEqualTo(CodeResult.RIGHT);
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    void guessesAtTheSameTimeDoNotPassTheLimit() throws Exception {
        setUp();
        clock.pass(Duration.ofMinutes(1));
        refuse(RefusedCodeStore.MOST - 1);
        var wrong = FactorSteps.wrongCodeAt(secret, clock.instant());
        assertThat(atOnce(() -> check(wrong)))
                .containsOnlyOnce(CodeResult.WRONG)
                .contains(CodeResult.ENDED);
    }

    @Test
    void theLinkForALostDeviceStartsTheCountOver() {
        setUp();
        clock.pass(Duration.ofMinutes(1));
        refuse(RefusedCodeStore.MOST);
        var link = staff.as("admin", () -> {
            identity.prove(TestGroup.PASSWORD);
            return accounts.newLinkForLostDevice(
                    account, accounts.open(account).orElseThrow().version());
        });
        staff.doAs("system", () -> links.choosePassword(link.token(), "another four words", "another four words"));
        var theirs = FactorSecret.next();
        var code = FactorSteps.codeAt(theirs, clock.instant());
        staff.doAs("system", () -> checks.setUp(account, theirs, code));
        clock.pass(Duration.ofMinutes(1));
        secret = theirs;
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    void theOwnerIsToldOfTenWrongCodesAndNotOfNine() {
        setUp();
        clock.pass(Duration.ofMinutes(1));
        refuse(RefusedCodeStore.TOLD - 1);
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
        assertThat(toldAtSignIn().isEmpty()).isTrue();

        clock.pass(Duration.ofMinutes(1));
        refuse(RefusedCodeStore.TOLD);
        var last = clock.instant();
        assertThat(toldAtSignIn()).as("signed in by passkey").isEqualTo(new FactorNotice(null, null, last, 10));
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(code())).isEqualTo(CodeResult.RIGHT);
        assertThat(toldAtSignIn()).isEqualTo(new FactorNotice(null, null, last, 10));
        clock.pass(Duration.ofDays(15));
        assertThat(toldAtSignIn().isEmpty()).isTrue();
    }

    private FactorNotice toldAtSignIn() {
        return gate.tell((StaffUser) users.loadUserByUsername(staff.username(username)));
    }

    private void refuse(int times) {
        var wrong = FactorSteps.wrongCodeAt(secret, clock.instant());
        for (int n = 0; n < times; n++) {
            assertThat(check(wrong)).isEqualTo(CodeResult.WRONG);
        }
    }

    private List<String> setUp() {
        return proven(() -> {
            secret = factors.begin();
            return factors.confirm(secret, code());
        });
    }

    private <T> T proven(Supplier<T> action) {
        return staff.as(username, () -> {
            identity.prove(TestGroup.PASSWORD);
            return action.get();
        });
    }

    private void signIn() {
        authentication.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(staff.username(username), TestGroup.PASSWORD));
    }

    private String code() {
        return FactorSteps.codeAt(secret, clock.instant());
    }

    private CodeResult check(String code) {
        return staff.as("system", () -> checks.check(account, code));
    }

    private CodeResult useRecoveryCode(String code) {
        return staff.as("system", () -> checks.useRecoveryCode(account, code));
    }

    private static <T> List<T> atOnce(Callable<T> action) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(n -> action).toList());
            var results = new java.util.ArrayList<T>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where staff_id = ?")
                .param(Ids.bytes(account.value()))
                .query(Integer.class)
                .single();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from audit_event where kind not like 'content.%' and subject = ? order by id")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .list();
    }
}
