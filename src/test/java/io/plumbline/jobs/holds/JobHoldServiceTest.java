package io.plumbline.jobs.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Refused;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** When jobs that erase or close records wait for an administrator. */
@StoreTest
@OnMySql("a hold is open once by a unique key, and the portal's own user may not change why it began")
class JobHoldServiceTest {
    private static final RemovalJob JOB = RemovalJob.RECORDS;

    @Autowired
    JobHoldService holds;

    @Autowired
    SystemActor system;

    @Autowired
    Staff staff;

    /** Has the people who let jobs run. */
    @Autowired
    TestGroup group;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void thereAreAdministrators() {
        assertThat(group.west).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "10, 10, true", // few
        "11, 110, true", // a tenth
        "11, 109, false",
        "500, 1000, false",
        "20000, 200000, true",
        "20001, 200000, false"
    })
    void aJobThatWouldRemoveMoreThanTenAndMoreThanATenthWaits(long due, long inAll, boolean runs) {
        assertThat(mayRemove(due, inAll)).isEqualTo(runs);
        assertThat(asAdmin()).hasSize(runs ? 0 : 1);
        assertThat(mayRun(JOB)).isEqualTo(runs);
        assertThat(mayRun(RemovalJob.IMPORT_FILES)).as("another job").isTrue();
    }

    @Test
    void whatWasRemovedSinceYesterdayCounts() {
        remove(6);
        clock.pass(Duration.ofDays(1));
        assertThat(mayRemove(6, 50)).as("12 of 56").isFalse();
        assertThat(asAdmin()).singleElement().isInstanceOfSatisfying(JobHold.OfJob.class, hold -> {
            assertThat(hold.due()).isEqualTo(12);
            assertThat(hold.inAll()).isEqualTo(56);
        });
    }

    @Test
    void whatWasRemovedEarlierDoesNotCount() {
        remove(6);
        clock.pass(Duration.ofDays(2));
        assertThat(mayRemove(6, 50)).isTrue();
    }

    @Test
    void anAdministratorLetsTheJobRunForADay() {
        assertThat(mayRemove(60, 100)).isFalse();
        var hold = asAdmin().getFirst();
        staff.doAs("admin", () -> holds.release(hold.id(), "The number of an old campaign"));
        assertThat(asAdmin()).isEmpty();
        assertThat(mayRemove(60, 100)).isTrue();
        remove(60);
        clock.pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(mayRemove(5, 40)).as("what was let through does not count").isTrue();
        assertThat(mayRemove(30, 40)).isFalse();
    }

    @Test
    void whileTheClockMayBeWrongNoJobRuns() {
        hold(Instant.parse("2026-01-01T00:00:00Z"));
        hold(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(asAdmin()).as("once").singleElement().isInstanceOf(JobHold.OfClock.class);
        for (var job : RemovalJob.values()) {
            assertThat(mayRun(job)).as(job.name()).isFalse();
        }
        assertThat(mayRemove(1, 1000)).isFalse();
        staff.doAs("admin", () -> holds.release(asAdminId(), "Checked by a watch"));
        assertThat(mayRun(JOB)).isTrue();
    }

    @Test
    void onlyAnAdministratorReleasesAndSaysWhy() {
        hold(Instant.parse("2026-01-01T00:00:00Z"));
        var id = asAdminId();
        assertThatThrownBy(() -> staff.doAs("manager", () -> holds.release(id, "Nothing stands against it now")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.doAs("admin", () -> holds.release(id, " ")))
                .isInstanceOf(Refused.class);
        assertThat(mayRun(JOB)).isFalse();
    }

    private void hold(Instant newest) {
        system.call(() -> {
            holds.holdForClock(newest);
            return true;
        });
    }

    private JobHoldId asAdminId() {
        return asAdmin().getFirst().id();
    }

    private List<JobHold> asAdmin() {
        return staff.as("admin", holds::open);
    }

    private boolean mayRun(RemovalJob job) {
        return system.call(() -> holds.mayRun(job));
    }

    private boolean mayRemove(long due, long inAll) {
        LongSupplier all = () -> inAll;
        return system.call(() -> holds.mayRemove(JOB, due, all));
    }

    private void remove(int records) {
        system.call(() -> {
            holds.removed(JOB, records);
            return true;
        });
    }
}
