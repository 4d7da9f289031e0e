package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.jobs.holds.JobHold;
import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A portal that starts with a clock that may be wrong lets no job erase anything. */
@StoreTest
class ClockCheckTest {
    @Autowired
    ClockCheck check;

    @Autowired
    JobHoldService holds;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-24H", "PT168H"})
    void aClockThatIsNotADayBehindAndNotAWeekAheadIsRight(Duration since) {
        startAfter(since);
        assertThat(ofClock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT-25H", "PT169H", "P400D"})
    void whileTheClockMayBeWrongJobsWait(Duration since) {
        var newest = clock.instant();
        startAfter(since);
        assertThat(ofClock()).singleElement().isInstanceOfSatisfying(JobHold.OfClock.class, hold -> {
            assertThat(hold.newest()).isEqualTo(newest);
            assertThat(hold.since()).isEqualTo(newest.plus(since));
        });
    }

    @Test
    void theNextStartWithTheRightClockLetsNobodyForget() {
        startAfter(Duration.ofDays(400));
        clock.reset();
        check.check();
        assertThat(ofClock()).as("a person decides").hasSize(1);
    }

    /** Starts some time after the newest entry of the trail, which is that a patient was added. */
    private void startAfter(Duration time) {
        group.patient("Newest", "Entry", group.west);
        clock.pass(time);
        check.check();
    }

    private List<JobHold> ofClock() {
        return staff.as("admin", holds::open).stream()
                .filter(JobHold.OfClock.class::isInstance)
                .toList();
    }
}
