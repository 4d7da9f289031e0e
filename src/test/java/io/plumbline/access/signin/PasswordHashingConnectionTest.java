package io.plumbline.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.access.accounts.Invitation;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Role;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A hash is slow and may wait for others: whoever waits for one keeps no connection from those who work. */
@DemoTest
class PasswordHashingConnectionTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String PASSWORD = "four words side by side";

    /** Only a failure takes as long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** As many as are hashed at once on any machine. */
    private static final int OTHERS = 4;

    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, OTHERS);

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    IdentityService identity;

    @Autowired
    AccountService accounts;

    @Autowired
    OneTimeLinkService links;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Autowired
    DataSource store;

    @Test
    void provingOnesIdentityHoldsNoConnectionWhileHashing() throws Exception {
        holdsNone(() -> staff.doAs("chiropractor", () -> identity.prove("demo-chiropractor-pass")));
    }

    @Test
    void invitingHoldsNoConnectionWhileHashing() throws Exception {
        holdsNone(this::invited);
    }

    @Test
    void choosingAPasswordHoldsNoConnectionWhileHashing() throws Exception {
        var invitation = invited();
        holdsNone(() -> staff.doAs("system", () -> links.choosePassword(invitation.token(), PASSWORD, PASSWORD)));
        assertThat(staff.as("admin", () -> accounts.open(invitation.account()))
                        .orElseThrow()
                        .status())
                .isNotEqualTo(AccountStatus.INVITED);
    }

    private Invitation invited() {
        var name = "unhurried" + PEOPLE.incrementAndGet();
        return staff.as("admin", () -> {
            var clinic = clinics.labels().values().iterator().next().id();
            return accounts.invite(new AccountDraft(name, name, Set.of(Role.FRONT_DESK), Set.of(clinic)));
        });
    }

    /** Lets others hash for as long as it takes to see somebody wait for their turn. */
    private void holdsNone(Runnable deed) throws Exception {
        var others = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Thread person;
            try {
                var begun = new AtomicInteger();
                for (int i = 0; i < OTHERS; i++) {
                    threads.submit(() -> passwords.encode(new SlowlyTyped(begun, others)));
                }
                await().atMost(PATIENCE).until(() -> begun.get() == AT_ONCE);
                person = Thread.ofPlatform().start(() -> untilLookedAt(deed));
                // others work meanwhile, each for a moment; who waits would use a connection for as long as that
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> isWaitingForAHash(person) && connectionsInUse() == 0 && isWaitingForAHash(person));
            } finally {
                others.countDown();
            }
            person.join();
        }
    }

    /** A password to be checked is turned away after three seconds, which may be over before anybody has looked. */
    private static void untilLookedAt(Runnable deed) {
        while (true) {
            try {
                deed.run();
                return;
            } catch (PasswordNotLookedAt tooManyOthers) {
                // typed again, as a person does
            }
        }
    }

    private static boolean isWaitingForAHash(Thread person) {
        return Arrays.stream(person.getStackTrace())
                .anyMatch(call -> call.getClassName().equals(FewHashesAtOnce.class.getName()));
    }

    private int connectionsInUse() throws SQLException {
        return Objects.requireNonNull(store.unwrap(HikariDataSource.class).getHikariPoolMXBean())
                .getActiveConnections();
    }

    /** Nobody has hashed it before the others let it go on. */
    private record SlowlyTyped(AtomicInteger begun, CountDownLatch goOn) implements CharSequence {
        @Override
        public int length() {
            return PASSWORD.length();
        }

        @Override
        public char charAt(int index) {
            return PASSWORD.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return PASSWORD.subSequence(from, to);
        }

        @Override
        public String toString() {
            begun.incrementAndGet();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return PASSWORD;
        }
    }
}
