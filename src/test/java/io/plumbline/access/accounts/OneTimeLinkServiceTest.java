package io.plumbline.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.authentication.DisabledException;

/** Links that are good for one password. */
@StoreTest
@OnMySql("of two who use one link at once, a row lock lets one choose the password")
class OneTimeLinkServiceTest extends AccountTestSteps {
    @Autowired
    ApplicationEventMulticaster multicaster;

    @Test
    void anInvitedPersonChoosesAPasswordOnceAndSignsIn() {
        var invited = invite(Role.FRONT_DESK, group.west);
        assertThat(statusOf(invited)).isEqualTo(AccountStatus.INVITED);
        assertThatThrownBy(() -> signIn(invited, PASSWORD)).isInstanceOf(DisabledException.class);

        choose(invited.token(), PASSWORD);
        assertThat(statusOf(invited)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(signIn(invited, PASSWORD).roles()).containsExactly(Role.FRONT_DESK);
        assertThatThrownBy(() -> choose(invited.token(), PASSWORD)).isInstanceOf(LinkOver.class);
        assertThat(kindsOf(invited.id()))
                .containsExactly("account.invited", "signin.refused", "account.password-chosen");
    }

    @Test
    void anInvitationAndItsPasswordAreRetriedAfterADeadlock() {
        var invited = new AtomicReference<Person>();
        givingWayOnceAt(AccountEvent.Invited.class, () -> invited.set(invite(Role.AUDITOR)));
        givingWayOnceAt(
                AccountEvent.PasswordChosen.class, () -> choose(invited.get().token(), PASSWORD));
        assertThat(signIn(invited.get(), PASSWORD).roles()).containsExactly(Role.AUDITOR);
        assertThat(kindsOf(invited.get().id()))
                .as("each once")
                .containsExactly("account.invited", "account.password-chosen");
    }

    /** The first transaction with such an event is rolled back, as by a deadlock. */
    private void givingWayOnceAt(Class<? extends AccountEvent> event, Runnable deed) {
        var hasGivenWay = new AtomicBoolean();
        ApplicationListener<ApplicationEvent> gives = published -> {
            if (published instanceof PayloadApplicationEvent<?> told
                    && event.isInstance(told.getPayload())
                    && hasGivenWay.compareAndSet(false, true)) {
                throw new CannotAcquireLockException("Deadlock");
            }
        };
        multicaster.addApplicationListener(gives);
        try {
            deed.run();
        } finally {
            multicaster.removeApplicationListener(gives);
        }
        assertThat(hasGivenWay).isTrue();
    }

    @Test
    void openingALinkAndARefusedPasswordDoNotUseUpTheLink() {
        var invited = invite(Role.AUDITOR);
        assertThat(staff.as("system", () -> links.holder(invited.token())).username())
                .isEqualTo(invited.username());
        assertThatThrownBy(() -> choose(invited.token(), "password1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> staff.doAs("system", () -> links.choosePassword(invited.token(), PASSWORD, "another")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("do not match");
        choose(invited.token(), PASSWORD);
    }

    @Test
    void aLinkEndsAfterThirtyMinutesByANewerLinkOrByDeactivation() {
        var late = invite(Role.AUDITOR);
        jdbc.sql("update account_link set expires_at = ? where subject_id = ?")
                .params(
                        Utc.of(clock.instant().minus(Duration.ofSeconds(1))),
                        Ids.bytes(late.id().value()))
                .update();
        assertThatThrownBy(() -> choose(late.token(), PASSWORD)).isInstanceOf(LinkOver.class);

        var newer = staff.as("admin", () -> accounts.newLink(late.id(), versionOf(late.id())));
        var newest = staff.as("admin", () -> accounts.newLink(late.id(), versionOf(late.id())));
        assertThatThrownBy(() -> choose(newer.token(), PASSWORD)).isInstanceOf(LinkOver.class);
        assertThat(open(late.id()).linkUntil())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(28)),
                        clock.instant().plus(Duration.ofMinutes(31)));

        staff.doAs("admin", () -> accounts.switchOff(late.id(), versionOf(late.id())));
        assertThatThrownBy(() -> choose(newest.token(), PASSWORD)).isInstanceOf(LinkOver.class);
        assertThatThrownBy(() -> choose("no-such-token", PASSWORD)).isInstanceOf(LinkOver.class);
    }

    @Test
    void linkTokensAreStoredOnlyAsHashes() {
        var invited = invite(Role.AUDITOR);
        assertThat(jdbc.sql("select token_hash from account_link")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(invited.token())
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void aLinkUsedConcurrentlySetsOnlyOnePassword() throws Exception {
        var invited = invite(Role.AUDITOR);
        var heard = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                var mine = PASSWORD + i;
                all.add(() -> {
                    try {
                        choose(invited.token(), mine);
                        heard.incrementAndGet();
                    } catch (LinkOver | OptimisticLockingFailureException tooLate) {
                        return false;
                    }
                    return true;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        assertThat(heard).hasValue(1);
    }

    @Test
    void aNewLinkReplacesAPasswordWhichWorksUntilThen() {
        var person = active(Role.FRONT_DESK, group.west);
        var link = staff.as("admin", () -> accounts.newLink(person.id(), versionOf(person.id())));
        signIn(person, PASSWORD);
        choose(link.token(), "another four words");
        signIn(person, "another four words");
        assertThatThrownBy(() -> signIn(person, PASSWORD)).hasMessageContaining("Bad credentials");
    }

    private AccountStatus statusOf(Person person) {
        return open(person.id()).status();
    }
}
