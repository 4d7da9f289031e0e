package io.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.shared.ids.Ids;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/** Which node does a job. */
@StoreTest
class JobLeasesTest {
    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext portal;

    @Test
    void onlyOneOfTwoNodesRunsAJob() {
        var one = leasesOf("one");
        var other = leasesOf("other");
        var held = one.lock(job("shared", Duration.ofMinutes(1)));
        assertThat(held).isPresent();
        assertThat(other.lock(job("shared", Duration.ofMinutes(1)))).isEmpty();
        assertThat(other.lock(job("another", Duration.ofMinutes(1))))
                .as("each job has its own")
                .isPresent();
        held.orElseThrow().unlock();
        assertThat(other.lock(job("shared", Duration.ofMinutes(1)))).isPresent();
        assertThat(one.lock(job("shared", Duration.ofMinutes(1)))).isEmpty();
    }

    @Test
    void theLeaseOfAKilledNodeLapsesAndALateUnlockReleasesNoOtherLease() {
        var stopped = leasesOf("stopped").lock(job("lapses", Duration.ofMillis(300)));
        assertThat(stopped).isPresent();
        var next = leasesOf("next");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> next.lock(job("lapses", Duration.ofMinutes(1))).isPresent());
        stopped.orElseThrow().unlock();
        assertThat(leasesOf("third").lock(job("lapses", Duration.ofMinutes(1)))).isEmpty();
    }

    @Test
    void aClockSetBackDoesNotBlockAJob() {
        var held = leasesOf("ahead").lock(job("parked", Duration.ofMinutes(1)));
        assertThat(held).isPresent();
        var next = leasesOf("next");
        assertThat(next.lock(job("parked", Duration.ofMinutes(1))))
                .as("held as long as it may be")
                .isEmpty();
        jdbc.update("update job_lease set held_until = timestampadd(hour, 2, held_until) where job = 'parked'");
        assertThat(next.lock(job("parked", Duration.ofMinutes(1))))
                .as("further ahead than anybody may hold it")
                .isPresent();
    }

    /** By the portal's own scheduler, beside another node that holds the lease. */
    @Test
    void aNodeSkipsAJobLeasedByAnotherAndResumesItAfterwards() {
        var other = leasesOf("other");
        // what other tests of this store left to it
        await().atMost(Duration.ofSeconds(20)).until(() -> due() == 0);
        // the portal itself may just be at it
        var held = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> other.lock(job("duplicate-candidates", Duration.ofMinutes(1))),
                        lease -> lease.isPresent());
        jdbc.update(
                "insert into lead_duplicate_search (id, lead_id) values (?, ?)",
                Ids.bytes(Ids.next()),
                Ids.bytes(Ids.next()));
        await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(6)).until(() -> due() == 1);
        held.orElseThrow().unlock();
        await().atMost(Duration.ofSeconds(10)).until(() -> due() == 0);
    }

    /** What sends mail and seals takes rows; the others look after the screens of their own node. */
    @Test
    void everyJobDeclaresWhetherOneNodeIsEnough() {
        var jobs = Arrays.stream(portal.getBeanDefinitionNames())
                .map(portal::getType)
                .filter(Objects::nonNull)
                .<Class<?>>map(ClassUtils::getUserClass)
                .distinct()
                .filter(type -> type.getName().startsWith("io.plumbline."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                        || AnnotatedElementUtils.hasAnnotation(method, SchedulerLock.class))
                .collect(Collectors.partitioningBy(
                        method -> method.isAnnotationPresent(SchedulerLock.class),
                        Collectors.mapping(method -> method.getDeclaringClass().getSimpleName(), Collectors.toSet())));
        assertThat(jobs.get(true))
                .containsExactlyInAnyOrder(
                        "AnomalyJob",
                        "DisposalJob",
                        "BreakGlassEscalationJob",
                        "FollowUpJob",
                        "LeadErasureJob",
                        "ImportFileJob",
                        "DuplicateSearchRun",
                        "PatientDuplicateSearchRun",
                        "SubmissionRetryJob",
                        "MonitoringJob",
                        "NextVisitJob",
                        "NoteWordBackfill",
                        "CarriedShareBackfill",
                        "OnlineExpiryJob",
                        "RecallCheckRun");
        assertThat(jobs.get(false))
                .containsExactlyInAnyOrder(
                        "DuplicateSearchListener",
                        "PatientDuplicateSearchListener",
                        "RecallCheckJob",
                        "SignedInSessions",
                        "NoteWordBackfillJob",
                        "CarriedShareBackfillJob",
                        "AuditChainJob",
                        "NotedHeadJob",
                        "CheckpointJob",
                        "CheckpointMailJob",
                        "OutboxJob",
                        "OpenScreens",
                        "AccountAccessJob",
                        "WorkFolders",
                        "LeadScreens",
                        "ScheduleScreens",
                        "StartScreens");
    }

    private int due() {
        return jdbc.queryForObject("select count(*) from lead_duplicate_search", Integer.class);
    }

    private static LockConfiguration job(String name, Duration atMost) {
        return new LockConfiguration(Instant.EPOCH, name, atMost, Duration.ZERO);
    }

    private LockProvider leasesOf(String node) {
        return JobLeases.of(jdbc, transactions, node);
    }
}
