package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealing: each row gets its number once, and nothing is sealed onto a trail that is not whole. */
@ForgedStoreTest
@OnMySql("nodes chain the trail one after the other by the row lock of its head")
@ExtendWith(OutputCaptureExtension.class)
class AuditChainJobTest extends TrailTestSteps {
    @Autowired
    AuditHeadStore heads;

    @Autowired
    AuditKey key;

    @Test
    void everyRowIsNumberedInOrderAndTheTrailIsVerified() {
        var written = happen(5);
        chainJob.chainPending();
        assertThat(owner.sql("select subject from audit_event order by seq").query(byte[].class).list().stream()
                        .map(Ids::uuid))
                .containsExactlyElementsOf(written);
        var verdict = verify();
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.rows()).isEqualTo(5);
        assertThat(verdict.head().seq()).isEqualTo(5);
        assertThat(verdict.waiting()).isZero();
    }

    @Test
    void anEmptyTrailIsVerified() {
        chainJob.chainPending();
        assertThat(verify()).isEqualTo(AuditVerdict.ofRows(0, 0, AuditHead.NONE, null, false));
    }

    @Test
    void anyNumberOfPendingRowsIsChained() {
        happen(2_300);
        assertThat(verify().waiting()).isEqualTo(2_300);
        chainJob.chainPending();
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::rows)
                .isEqualTo(2_300L);
    }

    @Test
    void concurrentNodesChainEveryRowOnceWithUniqueNumbers() throws Exception {
        var work = new ArrayList<Callable<Object>>();
        for (int node = 0; node < 4; node++) {
            work.add(Executors.callable(() -> {
                for (int round = 0; round < 10; round++) {
                    chainJob.chainPending();
                }
            }));
            work.add(Executors.callable(() -> happenOneByOne(25)));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        chainJob.chainPending();
        assertThat(owner.sql("select seq from audit_event order by seq")
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void aNodeThatDiesWhileChainingLeavesNoPartialChain() {
        happen(3);
        chainJob.chainPending();
        happen(4);
        new TransactionTemplate(transactions).executeWithoutResult(dying -> {
            assertThat(chainJob.chainBatch()).isEqualTo(4);
            dying.setRollbackOnly();
        });
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::waiting)
                .isEqualTo(4L);
        chainJob.chainPending();
        assertThat(verify().rows()).isEqualTo(7);
    }

    /** On H2 all writers take turns, by {@code store.OneWriter}. */
    @Test
    @EnabledIfSystemProperty(named = "plumbline.store", matches = "mysql")
    void writingAnAuditRowNeverWaitsForTheChainJob() {
        happen(3);
        chainJob.chainPending();
        happen(3);
        new TransactionTemplate(transactions).executeWithoutResult(sealing -> {
            chainJob.chainBatch();
            assertThat(CompletableFuture.supplyAsync(() -> happen(1))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .hasSize(1);
        });
        chainJob.chainPending();
        assertThat(verify().rows()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_head",
                "update audit_head set mac = chain",
                "update audit_head set seq = 5",
                "update audit_head set seq = 6, chain = mac"
            })
    void aMissingOrAlteredHeadIsReportedAndStopsChaining(String tampering) {
        happenAndSeal(6);
        owner.sql(tampering).update();
        assertThat(verify().flaw()).isNotNull();
        happen(1);
        chainJob.chainPending();
        assertThat(owner.sql("select count(*) from audit_event where seq is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(verify().flaw()).isNotNull();
    }

    @Test
    void stoppedChainingIsLoggedAtOnceAndThenHourly(
            CapturedOutput log, @Autowired JdbcClient portal, @Autowired JdbcOperations batches) {
        var time = new MovableClock();
        var watched = new AuditChainJob(portal, batches, heads, key, transactions, time);
        happen(1);
        owner.sql("update audit_head set mac = chain").update();
        var before = timesSaid(log);
        for (int round = 0; round < 5; round++) {
            watched.chainPending();
        }
        assertThat(timesSaid(log) - before).isEqualTo(1);
        time.pass(Duration.ofHours(1));
        watched.chainPending();
        watched.chainPending();
        assertThat(timesSaid(log) - before).as("an hour later").isEqualTo(2);
        owner.sql("delete from audit_head").update();
        watched.chainPending();
        assertThat(timesSaid(log) - before).as("another flaw").isEqualTo(3);
    }

    @Test
    void aRowNotChainedForMoreThanAnHourIsReported() {
        happenAndSeal(4);
        var row = writtenHoursAgo(2);
        assertThat(verify().flaw()).isNotNull().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.NOT_CHAINED);
            assertThat(flaw.row()).isEqualTo(row);
        });
        owner.sql("delete from audit_event where seq is null").update();
        owner.sql("update audit_event set seq = null, chain = null").update();
        owner.sql("delete from audit_head").update();
        assertThat(verify().flaw()).isNotNull().matches(flaw -> flaw.kind() == Kind.HEAD);
    }

    @Test
    void rowsLeftUnchainedByAKilledPortalAreChainedAfterRestart() {
        writtenHoursAgo(49);
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::waiting)
                .isEqualTo(1L);
        restart();
        happenAndSeal(2);
        assertThat(verify().isWhole()).isTrue();
    }

    private static int timesSaid(CapturedOutput log) {
        return log.getAll().split("The audit trail is not sealed any further", -1).length;
    }

    /** A row as the portal would have written it some hours ago. */
    private UUID writtenHoursAgo(int hours) {
        var now = Ids.next();
        var id = new UUID(
                now.getMostSignificantBits() - (Duration.ofHours(hours).toMillis() << 16),
                now.getLeastSignificantBits());
        var row = new TrailRow(id, Utc.of(clock.instant()), id, "test.happened", id, null, "");
        owner.sql("""
                insert into audit_event (id, at, actor, kind, subject, detail, mac) values (?, ?, ?, ?, ?, '', ?)""")
                .params(Ids.bytes(id), row.at(), Ids.bytes(id), row.kind(), Ids.bytes(id), key.codeOf(row.fields()))
                .update();
        return id;
    }

    private void happenOneByOne(int times) {
        for (int i = 0; i < times; i++) {
            happen(1);
        }
    }
}
