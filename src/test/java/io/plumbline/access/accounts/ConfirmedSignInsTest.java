package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.shared.Role;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whether a sign-in still holds costs a request nothing, and a change of the account counts at once or soon. */
@StoreTest
class ConfirmedSignInsTest extends AccountTestSteps {
    @Autowired
    ConfirmedSignIns signIns;

    @Autowired
    CurrentAccountQuery query;

    @Autowired
    StaffSessionService sessions;

    @Autowired
    Statements statements;

    private final AtomicLong nanos = new AtomicLong();

    private record SignedIn(Person person, Authentication authentication, StaffSessionId session) {}

    @Test
    void aConfirmedSignInRunsNoStatementForThreeSeconds() {
        var ofANode = new ConfirmedSignIns(query, nanos::get);
        var here = signIn();
        assertThat(statementsOf(ofANode, here)).isEqualTo(1);
        assertThat(statementsOf(ofANode, here)).isZero();
        nanos.addAndGet(Duration.ofMillis(2_999).toNanos());
        assertThat(statementsOf(ofANode, here)).isZero();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(statementsOf(ofANode, here)).isEqualTo(1);
    }

    @Test
    void theLookAtAllOpenScreensConfirmsEachOfThemByOneStatement() {
        var ofANode = new ConfirmedSignIns(query, nanos::get);
        var first = signIn();
        var second = signIn();
        var both = Map.of(first.session, first.authentication, second.session, second.authentication);
        assertThat(statements.of(() -> assertThat(ofANode.confirm(both)).isEqualTo(both.keySet())))
                .hasSize(1);
        assertThat(statementsOf(ofANode, first)).isZero();
        assertThat(statementsOf(ofANode, second)).isZero();
        assertThat(statements.of(() -> ofANode.confirm(Map.of()))).isEmpty();
    }

    @Test
    void aChangeThatAnotherNodeMadeCountsAfterThreeSeconds() {
        var ofAnotherNode = new ConfirmedSignIns(query, nanos::get);
        var here = signIn();
        assertThat(isStill(ofAnotherNode, here)).isTrue();
        staff.doAs("admin", () -> accounts.switchOff(here.person.id(), versionOf(here.person.id())));
        nanos.addAndGet(ConfirmedSignIns.HOLDS_FOR.toNanos());
        assertThat(isStill(ofAnotherNode, here)).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> aChangeOnThisNodeCountsWithTheNextRequest() {
        return Map.<String, Consumer<SignedIn>>of(
                        "deactivated",
                        one -> staff.doAs(
                                "admin", () -> accounts.switchOff(one.person.id(), versionOf(one.person.id()))),
                        "another role",
                        one -> change(one.person, draft(one, Role.AUDITOR)),
                        "another clinic",
                        one -> change(
                                one.person,
                                new AccountDraft(
                                        one.person.username(),
                                        one.person.username(),
                                        Set.of(Role.FRONT_DESK),
                                        Set.of(group.east))),
                        "another password",
                        one -> {
                            var link = staff.as(
                                    "admin", () -> accounts.newLink(one.person.id(), versionOf(one.person.id())));
                            choose(link.token(), "another four words to keep");
                        },
                        "signed out elsewhere",
                        one -> staff.doAs(one.person.username(), () -> sessions.end(one.session)),
                        "signed out everywhere else",
                        one -> staff.doAs(one.person.username(), () -> sessions.endOthers(null)))
                .entrySet()
                .stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    var here = signIn();
                    assertThat(isStill(signIns, here)).isTrue();
                    change.getValue().accept(here);
                    assertThat(isStill(signIns, here)).isFalse();
                }));
    }

    @Test
    void aConfirmationThatWasReadBeforeAChangeIsNotKept() {
        var here = signIn();
        var ofANode = new ConfirmedSignIns[1];
        var overtaken = mock(CurrentAccountQuery.class);
        when(overtaken.findSame(any())).thenAnswer(asked -> {
            var same = query.findSame(asked.getArgument(0));
            ofANode[0].on(new AccountEvent.Deactivated(here.person.id()));
            return same;
        });
        ofANode[0] = new ConfirmedSignIns(overtaken, nanos::get);
        assertThat(statementsOf(ofANode[0], here)).isEqualTo(1);
        assertThat(statementsOf(ofANode[0], here)).as("asks again").isEqualTo(1);
    }

    @Test
    void anotherSignInOfTheSameSessionIsAsked() {
        var ofANode = new ConfirmedSignIns(query, nanos::get);
        var here = signIn();
        assertThat(isStill(ofANode, here)).isTrue();
        var stranger = signIn();
        assertThat(ofANode.isStill(stranger.authentication, here.session)).isFalse();
        assertThat(ofANode.isStill(here.authentication, null)).isFalse();
    }

    private SignedIn signIn() {
        var person = active(Role.FRONT_DESK, group.west);
        var session = staff.as(person.username(), () -> sessions.begin(null, "127.0.0.1"));
        return new SignedIn(
                person,
                authentication.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(person.username(), PASSWORD)),
                session);
    }

    private static AccountDraft draft(SignedIn one, Role role) {
        return new AccountDraft(one.person.username(), one.person.username(), Set.of(role), Set.of());
    }

    private static boolean isStill(ConfirmedSignIns signIns, SignedIn one) {
        return signIns.isStill(one.authentication, one.session);
    }

    private int statementsOf(ConfirmedSignIns signIns, SignedIn one) {
        return statements.of(() -> assertThat(isStill(signIns, one)).isTrue()).size();
    }
}
