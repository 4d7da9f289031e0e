package io.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.shared.ids.Ids;
import io.plumbline.support.OnMySql;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/** Which node does a job. */
@StoreTest
@OnMySql("a lease of a job is taken and lapses by MySQL's own clock")
class JobLeasesTest {
    /** Only a failure takes as long: nobody holds a lease for longer than a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext portal;

    @Autowired
    ScheduledTaskHolder scheduled;

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
        var stopped = leasesOf("stopped").lock(job("lapses", Duration.ofMinutes(1)));
        assertThat(stopped).isPresent();
        var next = leasesOf("next");
        assertThat(next.lock(job("lapses", Duration.ofMinutes(1)))).isEmpty();
        // its minute is over
        jdbc.update("update job_lease set held_until = timestampadd(minute, -2, held_until) where job = 'lapses'");
        assertThat(next.lock(job("lapses", Duration.ofMinutes(1)))).isPresent();
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

    /** As the portal's own scheduler runs it, beside another node that holds the lease. */
    @Test
    void aNodeSkipsAJobLeasedByAnotherAndResumesItAfterwards() {
        var other = leasesOf("other");
        // the portal itself may just be at it
        var held = await().atMost(PATIENCE)
                .until(() -> other.lock(job("duplicate-candidates", Duration.ofMinutes(1))), Optional::isPresent);
        var lead = Ids.next();
        jdbc.update(
                "insert into lead_duplicate_search (id, lead_id) values (?, ?)",
                Ids.bytes(Ids.next()),
                Ids.bytes(lead));
        runDuplicateSearch();
        assertThat(isDue(lead)).isTrue();
        held.orElseThrow().unlock();
        await().atMost(PATIENCE).until(() -> {
            runDuplicateSearch();
            return !isDue(lead);
        });
    }

    /** What the scheduler runs every two seconds: when it has run, it has done what it does, or skipped it. */
    private void runDuplicateSearch() {
        assertThat(scheduled.getScheduledTasks())
                .filteredOn(task -> task.toString().contains(".leads.duplicates.DuplicateSearchListener.look"))
                .singleElement()
                .satisfies(task -> task.getTask().getRunnable().run());
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
                        "ClinicExportJob",
                        "ContentBackfillJob",
                        "DisposalJob",
                        "DowntimeSheetJob",
                        "BreakGlassEscalationJob",
                        "FollowUpJob",
                        "LeadErasureJob",
                        "ImportFileJob",
                        "DuplicateSearchRun",
                        "PatientDuplicateSearchRun",
                        "PlanJudgingJob",
                        "SubmissionRetryJob",
                        "MonitoringJob",
                        "NextVisitJob",
                        "NoteWordBackfill",
                        "CarriedShareBackfill",
                        "OnlineExpiryJob",
                        "RecallCheckRun",
                        "WarningWithdrawalJob");
        assertThat(jobs.get(false))
                .containsExactlyInAnyOrder(
                        "BackupJob",
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
                        "LiveScreens",
                        "StoreFileWatch");
    }

    private boolean isDue(UUID lead) {
        return !jdbc.queryForList("select id from lead_duplicate_search where lead_id = ?", Ids.bytes(lead))
                .isEmpty();
    }

    private static LockConfiguration job(String name, Duration atMost) {
        return new LockConfiguration(Instant.EPOCH, name, atMost, Duration.ZERO);
    }

    private LockProvider leasesOf(String node) {
        return JobLeases.of(jdbc, transactions, node);
    }
}
