package io.plumbline.access.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.signin.CurrentAccountQuery;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's running sessions, on whichever node. */
@StoreTest
class StaffSessionServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

    @Autowired
    StaffSessionService sessions;

    @Autowired
    CurrentAccountQuery accounts;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String who;
    private StaffId account;

    @BeforeEach
    void aPersonWithoutSessions() {
        who = "sessions" + PEOPLE.incrementAndGet();
        account = group.account(who, Role.FRONT_DESK, group.west);
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndWhenTheyLastActedThere() {
        var started = clock.instant();
        var first = begin();
        clock.pass(Duration.ofMinutes(1));
        var second = begin();
        clock.pass(Duration.ofSeconds(30));
        var acted = clock.instant();
        keep(Map.of(first, acted, second, started.plus(Duration.ofMinutes(1))));

        var all = staff.as(who, sessions::list);
        assertThat(all).extracting(StaffSessionRow::id).containsExactly(first, second);
        assertThat(all.getFirst().device()).isEqualTo("Firefox on Linux");
        assertThat(all.getFirst().address()).isEqualTo("192.0.2.7");
        assertThat(Duration.between(started, all.getFirst().startedAt()).abs()).isLessThan(Duration.ofMillis(1));
        assertThat(Duration.between(acted, all.getFirst().lastActionAt()).abs()).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void aSignedOutSessionIsOverForEveryNodeAndOthersGoOn() {
        var ended = begin();
        var kept = begin();
        staff.doAs(who, () -> sessions.end(ended));
        assertThat(isRunning(ended)).isFalse();
        assertThat(isRunning(kept)).isTrue();
        assertThat(trail()).containsExactly("1 other session");
    }

    @Test
    void signingOutEverywhereElseKeepsOneSession() {
        var kept = begin();
        var others = List.of(begin(), begin());
        assertThat(staff.as(who, () -> sessions.endOthers(kept))).isEqualTo(2);
        assertThat(isRunning(kept)).isTrue();
        assertThat(others).noneMatch(this::isRunning);
        assertThat(staff.as(who, () -> sessions.endOthers(kept))).isZero();
        assertThat(trail()).as("nothing more to tell").containsExactly("2 other sessions");
    }

    @Test
    void nobodySignsOutSomebodyElse() {
        var session = begin();
        staff.doAs("guesser", () -> {
            sessions.end(session);
            sessions.endOthers(null);
        });
        assertThat(isRunning(session)).isTrue();
        assertThat(staff.as("guesser", sessions::list)).isEmpty();
    }

    @Test
    void theSessionsOfAKilledProcessLeaveTheListAndThenTheStore() {
        var left = begin();
        clock.pass(Duration.ofMinutes(4));
        var running = begin();
        keep(Map.of(running, clock.instant()));
        assertThat(staff.as(who, sessions::list))
                .extracting(StaffSessionRow::id)
                .containsExactly(running);
        assertThat(isRunning(left)).as("its process may be slow").isTrue();

        clock.pass(Duration.ofMinutes(61));
        keep(Map.of(running, clock.instant()));
        assertThat(isRunning(left)).isFalse();
        assertThat(isRunning(running)).isTrue();
    }

    private StaffSessionId begin() {
        return staff.as(who, () -> sessions.begin(FIREFOX, "192.0.2.7"));
    }

    private void keep(Map<StaffSessionId, Instant> lastActions) {
        staff.doAs("system", () -> sessions.keep(lastActions));
    }

    private boolean isRunning(StaffSessionId session) {
        return accounts.findCurrent(List.of(account), List.of(session)).containsKey(account);
    }

    private List<String> trail() {
        return jdbc.sql(
                        "select detail from audit_event where subject = ? and kind = 'account.sessions-ended' order by id")
                .params(Ids.bytes(account.value()))
                .query(String.class)
                .list();
    }
}
