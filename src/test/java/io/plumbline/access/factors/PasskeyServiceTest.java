package io.plumbline.access.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.factors.CodeCheckService.FactorWays;
import io.plumbline.access.signin.CodeNeeded;
import io.plumbline.access.signin.IdentityService;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Passkeys from the first to the last, on every store. */
@StoreTest
@OnMySql("a passkey's answer counts once by a conditional update, and its id is a unique binary key")
// the portal of the other second factors
class PasskeyServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PORTAL = "http://localhost:8080";
    private static final String BROWSER = "the token of this browser";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PasskeyService passkeys;

    @Autowired
    PasskeyCheckService checks;

    @Autowired
    CodeCheckService codes;

    @Autowired
    SecondFactorService factors;

    @Autowired
    FactorReset reset;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthenticationManager authentication;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate each;

    String username;
    StaffId account;
    PasskeySteps device;

    @BeforeEach
    void aPersonWithoutASecondFactor() {
        username = "passkey" + PEOPLE.incrementAndGet();
        account = group.account(username, Role.FRONT_DESK, group.west);
        device = new PasskeySteps();
    }

    @Test
    void everyChangeNeedsAFreshProofOfIdentity() {
        assertThatThrownBy(() -> staff.as(username, () -> passkeys.begin("Laptop")))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        var asked = proven(() -> passkeys.begin("Laptop"));
        assertThatThrownBy(() -> staff.as(username, () -> passkeys.add(asked, device.create(asked.json(), PORTAL))))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.doAs(username, () -> passkeys.remove(PasskeyId.next())))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThat(rows("passkey")).isZero();
    }

    @Test
    void theFirstPasskeyTurnsOnTwoStepSignInAndBringsRecoveryCodes() {
        assertThat(add(device, "  Work   laptop ")).hasSize(10).doesNotHaveDuplicates();
        assertThat(staff.as(username, factors::findMine)).isEqualTo(new FactorStatus(null, 1, 10, false));
        assertThatThrownBy(this::signInByPassword).isInstanceOf(CodeNeeded.class);
        assertThat(list()).singleElement().satisfies(one -> {
            assertThat(one.label()).isEqualTo("Work laptop");
            assertThat(one.createdAt()).isEqualTo(clock.instant());
            assertThat(one.lastUsedAt()).isNull();
        });
        assertThat(kinds()).endsWith("factor.passkey-added");

        assertThat(add(new PasskeySteps(), "Phone"))
                .as("the codes that one has go on working")
                .isEmpty();
        assertThat(list()).extracting(PasskeyRow::label).containsExactly("Work laptop", "Phone");
    }

    @Test
    void whoHasAnAppKeepsItsRecoveryCodes() {
        var before = setUpApp();
        assertThat(add(device, "Laptop")).isEmpty();
        assertThat(system(() -> codes.findWays(account))).isEqualTo(new FactorWays(true, true));
        assertThat(system(() -> codes.useRecoveryCode(account, before.getFirst())))
                .isEqualTo(CodeResult.RIGHT);
    }

    @Test
    void aPasskeySignsInAndItsUseIsKept() {
        add(device, "Laptop");
        clock.pass(Duration.ofDays(1));
        var answer = answer(device);
        assertThat(system(() -> checks.findOwner(answer)))
                .contains(new PasskeyOwner(account, staff.username(username)));
        assertThat(check(answer)).isEqualTo(PasskeyResult.RIGHT);
        assertThat(list()).singleElement().satisfies(one -> assertThat(one.lastUsedAt())
                .isEqualTo(clock.instant()));
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(answer(device))).as("once more").isEqualTo(PasskeyResult.RIGHT);
    }

    @Test
    void anAnswerWorksOnceAlsoWhereTheDeviceDoesNotCount() throws Exception {
        add(device.withoutCounter(), "Phone");
        clock.pass(Duration.ofMinutes(1));
        var answer = answer(device);
        var results = new ArrayList<PasskeyResult>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(IntStream.range(0, 4)
                    .<java.util.concurrent.Callable<PasskeyResult>>mapToObj(n -> () -> check(answer))
                    .toList())) {
                results.add(one.get());
            }
        }
        assertThat(results).containsOnlyOnce(PasskeyResult.RIGHT).contains(PasskeyResult.USED);
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(answer(device))).isEqualTo(PasskeyResult.RIGHT);
    }

    @Test
    void aCounterThatGoesBackwardIsRefusedAndOnRecord() {
        add(device, "Laptop");
        clock.pass(Duration.ofMinutes(1));
        check(answer(device.countFrom(7)));
        clock.pass(Duration.ofMinutes(1));
        var copied = answer(device.countFrom(7));
        assertThat(check(copied)).isEqualTo(PasskeyResult.COUNTER);
        assertThat(system(() -> checks.checkSecondStep(account, copied, BROWSER)))
                .isEqualTo(PasskeyResult.COUNTER);
        assertThat(details()).endsWith("the counter of the passkey went backward");
        assertThat(check(answer(device.countFrom(8)))).isEqualTo(PasskeyResult.RIGHT);
    }

    @Test
    void anAnswerIsForFiveMinutesOneBrowserAndOurOwnChallenge() {
        add(device, "Laptop");
        var asked = system(() -> checks.ask(BROWSER));
        assertThat(system(() -> checks.check(device.sign(asked, PORTAL), "another browser")))
                .isEqualTo(PasskeyResult.OVER);
        var made = "{\"challenge\":\"" + "A".repeat(80) + "\"}";
        assertThat(check(device.sign(made, PORTAL))).isEqualTo(PasskeyResult.OVER);
        clock.pass(Duration.ofMinutes(5));
        assertThat(check(device.sign(asked, PORTAL))).isEqualTo(PasskeyResult.OVER);
    }

    @Test
    void aPasskeyOfAnotherSiteIsRefusedInClearWords() {
        var asked = proven(() -> passkeys.begin("Laptop"));
        for (var elsewhere : List.of("https://portal.example", "http://localhost.example", "", "null")) {
            assertThatThrownBy(() -> proven(() -> passkeys.add(asked, device.create(asked.json(), elsewhere))))
                    .as(elsewhere)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("another address");
        }
        assertThatThrownBy(() -> proven(() -> passkeys.add(
                        asked, new PasskeySteps().at("portal.example").create(asked.json(), PORTAL))))
                .as("a device that signs for another site")
                .isInstanceOf(Refused.class);
        assertThat(rows("passkey")).isZero();

        add(device, "Laptop");
        clock.pass(Duration.ofMinutes(1));
        var toSign = system(() -> checks.ask(BROWSER));
        assertThat(check(device.sign(toSign, "https://portal.example"))).isEqualTo(PasskeyResult.OTHER_SITE);
        assertThat(PasskeyResult.OTHER_SITE.sentence()).contains("another address", "its own address");
        assertThat(check(device.at("portal.example").sign(toSign, PORTAL))).isEqualTo(PasskeyResult.WRONG);
    }

    @Test
    void whatIsNotTheKeyOfTheAccountIsRefused() {
        add(device, "Laptop");
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(answer(new PasskeySteps()))).isEqualTo(PasskeyResult.UNKNOWN);
        var handle = device.sign(system(() -> checks.ask(BROWSER)), PORTAL);
        assertThat(check(handle.replaceFirst("\"signature\":\"[^\"]{12}", "\"signature\":\"AAAAAAAAAAAA")))
                .isEqualTo(PasskeyResult.WRONG);
        assertThat(check(answer(device.unverified())))
                .as("a device that asked for no fingerprint or PIN")
                .isEqualTo(PasskeyResult.WRONG);
        assertThat(check(answer(device.of("AAAA")))).as("another user").isEqualTo(PasskeyResult.WRONG);
        for (var nothing : List.of("", "null", "[]", "{}", "{\"id\":\"AAAA\"}", "{\"rawId\":\"AA\",\"response\":{}}")) {
            assertThat(check(nothing)).as(nothing).isEqualTo(PasskeyResult.UNREADABLE);
            assertThat(system(() -> checks.findOwner(nothing))).as(nothing).isEmpty();
        }
    }

    @Test
    void thePasskeyOfAColleagueIsNoSecondStep() {
        add(device, "Laptop");
        var colleague = group.account("other" + username, Role.FRONT_DESK, group.west);
        clock.pass(Duration.ofMinutes(1));
        var answer = answer(device);
        assertThat(system(() -> checks.checkSecondStep(colleague, answer, BROWSER)))
                .isEqualTo(PasskeyResult.ANOTHERS);
        assertThat(system(() -> checks.checkSecondStep(account, answer, BROWSER)))
                .isEqualTo(PasskeyResult.RIGHT);
        assertThat(system(() -> checks.askOwner(account, BROWSER))).contains("\"allowCredentials\":[{");
    }

    @Test
    void aPasskeyIsStoredOnceAndTheAnswerIsForFiveMinutes() {
        var asked = proven(() -> passkeys.begin("Laptop"));
        var answer = device.create(asked.json(), PORTAL);
        proven(() -> passkeys.add(asked, answer));
        assertThatThrownBy(() -> proven(() -> passkeys.add(asked, answer))).hasMessageContaining("stored already");
        var late = proven(() -> passkeys.begin("Phone"));
        clock.pass(Duration.ofMinutes(5));
        assertThatThrownBy(() -> proven(() -> passkeys.add(late, new PasskeySteps().create(late.json(), PORTAL))))
                .hasMessageContaining("took too long");
        assertThatThrownBy(() -> proven(() -> passkeys.begin(" "))).hasMessageContaining("Name the passkey");
        assertThatThrownBy(() -> proven(() -> passkeys.begin("x".repeat(61)))).hasMessageContaining("at most 60");
    }

    @Test
    void removingTheLastPasskeyTurnsTwoStepSignInOff() {
        add(device, "Laptop");
        add(new PasskeySteps(), "Phone");
        var both = list();
        remove(both.getFirst().id());
        assertThat(rows("recovery_code")).isEqualTo(10);
        assertThatThrownBy(() -> remove(both.getFirst().id())).hasMessageContaining("in the meantime");
        remove(both.getLast().id());
        assertThat(rows("passkey") + rows("recovery_code")).isZero();
        signInByPassword();
        assertThat(kinds()).filteredOn("factor.passkey-removed"::equals).hasSize(2);
        clock.pass(Duration.ofMinutes(1));
        assertThat(check(answer(device))).isEqualTo(PasskeyResult.UNKNOWN);
    }

    @Test
    void nobodyRemovesThePasskeyOfAColleague() {
        add(device, "Laptop");
        var theirs = list().getFirst().id();
        var owner = username;
        username = "thief" + username;
        group.account(username, Role.FRONT_DESK, group.west);
        assertThatThrownBy(() -> remove(theirs)).isInstanceOf(Refused.class);
        username = owner;
        assertThat(list()).hasSize(1);
    }

    @Test
    void withoutTheAppThePasskeyAndTheRecoveryCodesStay() {
        setUpApp();
        add(device, "Laptop");
        proven(() -> {
            factors.remove();
            return true;
        });
        assertThat(staff.as(username, factors::findMine)).isEqualTo(new FactorStatus(null, 1, 10, false));
        assertThatThrownBy(this::signInByPassword).isInstanceOf(CodeNeeded.class);
        assertThat(proven(factors::renewRecoveryCodes)).hasSize(10);
    }

    @Test
    void theLinkForALostDeviceRemovesPasskeysToo() {
        add(device, "Laptop");
        each.executeWithoutResult(used -> reset.reset(account, clock.instant()));
        assertThat(rows("passkey") + rows("recovery_code")).isZero();
        assertThat(kinds()).contains("factor.reset");
    }

    private List<String> add(PasskeySteps to, String label) {
        return proven(() -> {
            var asked = passkeys.begin(label);
            return passkeys.add(asked, to.create(asked.json(), PORTAL));
        });
    }

    private List<String> setUpApp() {
        return proven(() -> {
            var secret = factors.begin();
            return factors.confirm(secret, FactorSteps.codeAt(secret, clock.instant()));
        });
    }

    private void remove(PasskeyId passkey) {
        proven(() -> {
            passkeys.remove(passkey);
            return true;
        });
    }

    private String answer(PasskeySteps from) {
        return from.sign(system(() -> checks.ask(BROWSER)), PORTAL);
    }

    private PasskeyResult check(String answer) {
        return system(() -> checks.check(answer, BROWSER));
    }

    private List<PasskeyRow> list() {
        return staff.as(username, passkeys::list);
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action::get);
    }

    private <T> T proven(Supplier<T> action) {
        return staff.as(username, () -> {
            identity.prove(TestGroup.PASSWORD);
            return action.get();
        });
    }

    private void signInByPassword() {
        authentication.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(staff.username(username), TestGroup.PASSWORD));
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

    private List<String> details() {
        return jdbc.sql("select detail from audit_event where subject = ? and kind = 'factor.code-refused' order by id")
                .param(Ids.bytes(account.value()))
                .query(String.class)
                .list();
    }
}
