package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.audit.KeptHeads.KeptHead;
import io.plumbline.support.ForgedStoreTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A trail that is compared with many heads that were kept outside. */
@ForgedStoreTest
@ExtendWith(OutputCaptureExtension.class)
class CheckpointTrailTest extends TrailTestSteps {
    @Test
    void theFirstCheckpointThatDiffersIsNamed() {
        happenAndSeal(3);
        var third = verify().head();
        happenAndSeal(3);
        var sixth = verify().head();
        assertThat(flaw(new KeptHead(AuditHead.NONE, "zero"), new KeptHead(third, "three"), new KeptHead(sixth, "six")))
                .isNull();
        // the portal itself may have written a row, so that these are not the third and the sixth of all
        var other = new AuditHead(third.seq() + 1, third.chain());
        assertThat(flaw(
                        new KeptHead(other, "four"),
                        new KeptHead(new AuditHead(third.seq() + 2, sixth.chain()), "five")))
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.DIFFERS);
                    assertThat(flaw.words())
                            .startsWith("four, head of row " + other.seq() + ": the trail differs from it");
                });
    }

    @Test
    void aTrailThatEndsBeforeACheckpointIsCutOff() {
        happenAndSeal(2);
        var head = verify().head();
        var beyond = new KeptHead(new AuditHead(9, head.chain()), "nine");
        assertThat(flaw(new KeptHead(new AuditHead(12, head.chain()), "twelve"), beyond))
                .satisfies(flaw -> {
                    assertThat(flaw.kind()).isEqualTo(Kind.CUT_OFF);
                    assertThat(flaw.words()).startsWith("nine, head of row 9: the trail ends before it");
                });
    }

    private AuditVerdict.Flaw flaw(KeptHead... checkpoints) {
        return walk.walk(List.of(), List.of(checkpoints), rows -> {}, () -> false)
                .flaw();
    }
}
