package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.support.ForgedStoreTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The head that is noted beside the store: a trail that was cut off or begun anew is noticed by it. */
@ForgedStoreTest
@ExtendWith(OutputCaptureExtension.class)
class NotedHeadFileTest extends TrailTestSteps {
    @Test
    void aTrailTruncatedWithItsHeadIsDetectedByANotedHead() {
        happenAndSeal(4);
        var older = owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(2);
        var noted = verify().head();
        owner.sql("delete from audit_event where seq > 4").update();
        owner.sql("update audit_head set seq = ?, chain = ?, mac = ?")
                .params(older.get("seq"), older.get("chain"), older.get("mac"))
                .update();
        assertThat(verify().isWhole()).as("the store alone cannot tell").isTrue();
        assertThat(said(noted.toString()).status()).isEqualTo(1);
        assertThat(said(noted.toString()).answer()).contains("row 5", "the last rows were removed");
    }

    @Test
    void aRewrittenTrailDoesNotMatchTheNotedHead() {
        happenAndSeal(4);
        var noted = verify().head();
        owner.sql("delete from audit_event").update();
        owner.sql("delete from audit_head").update();
        restart();
        happenAndSeal(4);
        assertThat(verify().isWhole()).isTrue();
        assertThat(walk.walk(List.of(noted), rows -> {}, () -> false).flaw())
                .isNotNull()
                .matches(flaw -> flaw.kind() == Kind.OUT_OF_PLACE);
        happenAndSeal(1);
        assertThat(walk.walk(List.of(verify().head()), rows -> {}, () -> false).isWhole())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1:2", "-1:00", "1 2"})
    void anInvalidNotedHeadIsRefused(String noted) {
        assertThat(said(noted).status()).isEqualTo(2);
        assertThat(said(noted).answer()).isEmpty();
        assertThatThrownBy(() -> AuditHead.parse(noted)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the review did by SQL alone, the portal stopped; the second place is out of reach for it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTruncatedAndResetTrailIsReportedBeforeAndAfterARestart(boolean isNoted) throws IOException {
        happenAndSeal(40);
        if (isNoted) {
            watch.look();
        }
        for (var sql : List.of(
                "delete from audit_event where seq in (1, 2, 20, 21, 22) or seq > 35",
                "update audit_event set seq = null, chain = null",
                "delete from audit_head")) {
            owner.sql(sql).update();
        }
        var kind = isNoted ? Kind.CUT_OFF : Kind.HEAD;
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains(kind.sentence());
        restart();
        happen(3);
        chainJob.chainPending();
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains(kind.sentence());
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains("has no head"));
        assertThat(unsealed()).as("no head is begun over rows").isEqualTo(33);
    }

    @Test
    void aCopiedHeadOfAnEmptyTrailCannotRestartTheTrail() {
        var ofBirth =
                owner.sql("select seq, chain, mac from audit_head").query().singleRow();
        happenAndSeal(9);
        watch.look();
        var before = noted();
        for (var sql :
                List.of("delete from audit_event where seq = 5", "update audit_event set seq = null, chain = null")) {
            owner.sql(sql).update();
        }
        putBack(ofBirth);
        assertThat(said().answer()).contains(Kind.CUT_OFF.sentence());
        restart();
        happenAndSeal(5);
        assertThat(verify().isWhole()).as("the store alone cannot tell").isTrue();
        assertThat(said().status()).isEqualTo(1);
        assertThat(said().answer()).contains("row 9", Kind.OUT_OF_PLACE.sentence());
        assertThat(watch.alarm()).isPresent();
        assertThat(noted()).as("what was noted stays").isEqualTo(before);
    }

    @Test
    void aTrailEmptiedWithItsHeadIsDetectedByTheNotedHead() {
        happenAndSeal(6);
        watch.look();
        owner.sql("delete from audit_event").update();
        owner.sql("delete from audit_head").update();
        restart();
        happenAndSeal(8);
        assertThat(said().status()).isEqualTo(1);
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains("does not contain the head"));
    }

    @Test
    void theHeadIsNotedBesideTheStoreReadableOnlyByItsOwner() throws IOException {
        happenAndSeal(3);
        watch.look();
        assertThat(noted()).isEqualTo(verify().head().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(noted.toString()))))
                .isEqualTo("rw-------");
        happen(2);
        watch.stop();
        watch.start();
        assertThat(noted()).startsWith("5:").isEqualTo(verify().head().toString());
        assertThat(said(noted()).status()).isZero();
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void anOlderNotedHeadOfAnotherNodeIsAccepted() throws IOException {
        happenAndSeal(3);
        watch.look();
        var older = noted();
        happenAndSeal(3);
        watch.look();
        Files.writeString(Path.of(noted.toString()), older);
        assertThat(said().status()).isZero();
        watch.look();
        assertThat(watch.alarm()).isEmpty();
        assertThat(noted()).startsWith("6:");
    }

    @Test
    void aNotedHeadFileWithoutAHeadIsReported() throws IOException {
        happenAndSeal(2);
        Files.writeString(Path.of(noted.toString()), "nothing");
        watch.look();
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm).contains("does not contain a head"));
        assertThat(said().status()).isEqualTo(2);
        assertThat(accepted()).isZero();
        assertThat(said().status()).isZero();
    }

    private long unsealed() {
        return owner.sql("select count(*) from audit_event where seq is null")
                .query(Long.class)
                .single();
    }
}
