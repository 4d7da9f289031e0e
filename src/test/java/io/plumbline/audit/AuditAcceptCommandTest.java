package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.OnMySql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody at the machine may accept, and what never. */
@ForgedStoreTest
@OnMySql("the portal's user of MySQL must be able to set the head of the trail anew")
@ExtendWith(OutputCaptureExtension.class)
class AuditAcceptCommandTest extends TrailTestSteps {
    @Test
    void aRestoreRaisesAnAlarmUntilItIsAcceptedAndTheAcceptanceIsAudited() {
        happenAndSeal(4);
        var older = owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(2);
        watch.look();
        var lost = noted();
        owner.sql("delete from audit_event where seq > 4").update();
        putBack(older);
        restart();
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains(lost));
        assertThat(said().status()).isEqualTo(1);
        assertThat(accepted()).isZero();
        watch.look();
        assertThat(watch.alarm()).isEmpty();
        assertThat(said().status()).isZero();
        assertThat(owner.sql("select detail from audit_event where kind = 'audit.accepted'")
                        .query(String.class)
                        .single())
                .contains(lost);
        assertThat(accepted()).as("nothing more to accept").isZero();
        assertThat(verify().rows()).isEqualTo(5);
    }

    @Test
    void aStoreFromBeforeTheHashChainIsChainedOnceItIsAccepted() {
        happen(7);
        owner.sql("delete from audit_head").update();
        restart();
        chainJob.chainPending();
        assertThat(verify().flaw()).isNotNull().matches(flaw -> flaw.kind() == Kind.HEAD);
        assertThat(accepted()).isZero();
        assertThat(verify())
                .matches(AuditVerdict::isWhole)
                .extracting(AuditVerdict::rows)
                .isEqualTo(8L);
    }

    @Test
    void aChainedTrailWithoutItsHeadIsNeverAccepted() {
        happenAndSeal(4);
        owner.sql("delete from audit_head").update();
        assertThat(accepted()).isEqualTo(1);
        assertThat(verify().flaw()).isNotNull();
        assertThat(owner.sql("select count(*) from audit_head")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
