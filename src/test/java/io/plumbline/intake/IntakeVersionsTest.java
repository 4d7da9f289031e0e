package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.IntakeVersions.Version;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which version of an intake note counts, and which is being written, as each of them sees it. */
class IntakeVersionsTest {
    private static final Version FIRST = version(1, "", Instant.EPOCH);
    private static final Version SECOND = version(2, "The side was wrong", Instant.EPOCH.plusSeconds(1));
    private static final Version DRAFT = version(3, "The date was wrong", null);

    @Test
    void aNoteThatNobodyAmendedCounts() {
        var alone = new IntakeVersions(1, List.of(FIRST));
        assertThat(alone.newer()).isEmpty();
        assertThat(alone.amended()).isEmpty();
        assertThat(alone.draft()).isEmpty();
        assertThat(alone.earlier()).isEmpty();
    }

    @Test
    void anEarlierVersionKnowsTheOneThatCounts() {
        assertThat(seenBy(1).newer()).contains(SECOND);
        assertThat(seenBy(2).newer()).isEmpty();
        assertThat(seenBy(3).newer()).isEmpty();
    }

    @Test
    void aVersionThatIsBeingWrittenIsKnownToTheSignedOnes() {
        assertThat(seenBy(2).draft()).contains(DRAFT);
        assertThat(seenBy(3).draft()).as("its own").isEmpty();
        assertThat(seenBy(3).signed()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aVersionKnowsWhatItAmendsAndAllBefore() {
        assertThat(seenBy(3).amended()).contains(SECOND);
        assertThat(seenBy(3).own()).isEqualTo(DRAFT);
        assertThat(seenBy(3).earlier())
                .containsExactly(FIRST.id().asClinicalNote(), SECOND.id().asClinicalNote());
    }

    private static IntakeVersions seenBy(int number) {
        return new IntakeVersions(number, List.of(FIRST, SECOND, DRAFT));
    }

    private static Version version(int number, String reason, @Nullable Instant signedAt) {
        return new Version(new IntakeId(new UUID(0, number)), number, reason, "Ada Novak", signedAt);
    }
}
