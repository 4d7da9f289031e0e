package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.Utc;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.OnMySql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No row is altered, removed, put between or moved without being named. */
@ForgedStoreTest
@OnMySql("a row that MySQL reads back with other letters or times breaks the hash chain")
@ExtendWith(OutputCaptureExtension.class)
class AuditChainVerifierTest extends TrailTestSteps {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "detail = 'status'",
                "kind = 'test.other'",
                "actor = subject",
                "patient = subject",
                "at = '2026-01-01 00:00:00'"
            })
    void anAlteredRowIsReported(String change) {
        happenAndSeal(6);
        owner.sql("update audit_event set " + change + " where seq = 3").update();
        assertNamed(3, Kind.ALTERED);
    }

    @Test
    void aRowAlteredTogetherWithItsKeyedHashIsReported() {
        happenAndSeal(6);
        owner.sql("update audit_event set detail = 'status', mac = chain where seq = 3")
                .update();
        assertNamed(3, Kind.INSERTED);
    }

    @Test
    void aRemovedRowIsReported() {
        happenAndSeal(6);
        owner.sql("delete from audit_event where seq = 4").update();
        assertNamed(4, Kind.REMOVED);
    }

    @Test
    void aRemovedRowWhoseGapWasClosedIsReportedAtTheNextRow() {
        happenAndSeal(6);
        owner.sql("delete from audit_event where seq = 4").update();
        owner.sql("update audit_event set seq = 4 where seq = 5").update();
        owner.sql("update audit_event set seq = 5 where seq = 6").update();
        assertNamed(4, Kind.OUT_OF_PLACE);
    }

    @Test
    void removingTheLastRowsIsReported() {
        happenAndSeal(6);
        owner.sql("delete from audit_event where seq > 4").update();
        assertNamed(5, Kind.CUT_OFF);
    }

    @Test
    void emptyingTheTrailIsReported() {
        happenAndSeal(6);
        owner.sql("delete from audit_event").update();
        assertNamed(1, Kind.CUT_OFF);
    }

    @Test
    void swappedRowsAreReported() {
        happenAndSeal(6);
        for (var sql : List.of(
                "update audit_event set seq = 100 where seq = 2",
                "update audit_event set seq = 2 where seq = 5",
                "update audit_event set seq = 5 where seq = 100")) {
            owner.sql(sql).update();
        }
        assertNamed(2, Kind.OUT_OF_PLACE);
    }

    @Test
    void rowsSwappedTogetherWithTheirChainAreReported() {
        happenAndSeal(6);
        for (var sql : List.of(
                "update audit_event set seq = 100 where seq = 2",
                "update audit_event set seq = 2 where seq = 3",
                "update audit_event set seq = 3 where seq = 100")) {
            owner.sql(sql).update();
        }
        var second = chainAt(3);
        var third = chainAt(2);
        owner.sql("update audit_event set chain = ? where seq = 2")
                .param(second)
                .update();
        owner.sql("update audit_event set chain = ? where seq = 3").param(third).update();
        assertNamed(2, Kind.OUT_OF_PLACE);
    }

    @Test
    void anInsertedRowIsReported() {
        happenAndSeal(6);
        owner.sql("update audit_event set seq = 7 where seq = 6").update();
        insertForged(6L);
        assertNamed(6, Kind.INSERTED);
    }

    @Test
    void anAppendedRowIsReported() {
        happenAndSeal(6);
        insertForged(7L);
        assertNamed(7, Kind.INSERTED);
    }

    @Test
    void aForgedRowIsReportedBeforeAndAfterItIsChained() {
        happenAndSeal(6);
        insertForged(null);
        assertThat(verify().flaw())
                .isNotNull()
                .matches(flaw -> flaw.kind() == Kind.INSERTED && flaw.seq() == null && flaw.row() != null);
        chainJob.chainPending();
        assertNamed(7, Kind.ALTERED);
    }

    @Test
    void aRowWithoutItsNumberIsReportedAsRemoved() {
        happenAndSeal(6);
        owner.sql("update audit_event set seq = null, chain = null where seq = 2")
                .update();
        assertNamed(2, Kind.REMOVED);
    }

    @Test
    void anAlteredChainHashIsReported() {
        happenAndSeal(6);
        owner.sql("update audit_event set chain = mac where seq = 6").update();
        assertNamed(6, Kind.OUT_OF_PLACE);
    }

    @Test
    void aRestoredOlderHeadIsReported() {
        happenAndSeal(4);
        var older = owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(2);
        owner.sql("update audit_head set seq = ?, chain = ?, mac = ?")
                .params(older.get("seq"), older.get("chain"), older.get("mac"))
                .update();
        assertNamed(6, Kind.HEAD);
    }

    @Test
    void theFirstOfSeveralFlawsIsReported() {
        happenAndSeal(9);
        owner.sql("update audit_event set detail = 'x' where seq in (4, 8)").update();
        owner.sql("delete from audit_event where seq = 6").update();
        assertNamed(4, Kind.ALTERED);
    }

    @Test
    void theCommandReportsTheVerdictOrTheFirstFlawInOneSentence() {
        happenAndSeal(3);
        happen(1);
        var whole = said();
        assertThat(whole.status()).isZero();
        assertThat(whole.answer())
                .isEqualTo("Audit trail verified: 3 rows, head " + verify().head()
                        + "; 1 newer row is not chained yet.\n");
        var id = Ids.uuid(owner.sql("select id from audit_event where seq = 2")
                .query(byte[].class)
                .single());
        owner.sql("update audit_event set detail = 'status' where seq = 2").update();
        var broken = said();
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.answer()).startsWith("Audit trail not verified. First problem: row 2, id " + id + ", of 20");
        assertThat(broken.answer().lines()).hasSize(1);
    }

    @Test
    void theWalkReportsItsProgressAndCanBeStopped() {
        happenAndSeal(4_500);
        var told = new ArrayList<Long>();
        assertThat(walk.walk(List.of(), told::add, () -> false).rows()).isEqualTo(4_500);
        assertThat(told).containsExactly(2_000L, 4_000L, 4_500L);
        var pages = new AtomicLong();
        var stopped = walk.walk(List.of(), rows -> {}, () -> pages.incrementAndGet() > 1);
        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.isWhole()).isFalse();
        assertThat(stopped.rows()).isEqualTo(2_000);
    }

    private void insertForged(Long seq) {
        owner.sql("""
                insert into audit_event (id, at, actor, kind, subject, detail, mac, seq, chain)
                values (?, ?, ?, 'test.forged', ?, '', ?, ?, ?)""")
                .params(
                        Ids.bytes(Ids.next()),
                        Utc.of(clock.instant()),
                        Ids.bytes(UUID.randomUUID()),
                        Ids.bytes(UUID.randomUUID()),
                        new byte[32],
                        seq,
                        seq == null ? null : new byte[32])
                .update();
    }

    private byte[] chainAt(long seq) {
        return owner.sql("select chain from audit_event where seq = ?")
                .param(seq)
                .query(byte[].class)
                .single();
    }

    private void assertNamed(long seq, Kind kind) {
        assertThat(verify().flaw()).isNotNull().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(kind);
            assertThat(flaw.seq()).isEqualTo(seq);
        });
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains("row " + seq, kind.sentence());
    }
}
