package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordVersionsTest {
    /** Something that two people write on. */
    public record Draft(String complaint, int pain, List<String> areas) {}

    private static final Draft BASE = new Draft("back", 5, List.of("left"));

    @Test
    void changedFieldsAreListedInRecordOrder() {
        assertThat(RecordVersions.changedFields(BASE, BASE)).isEmpty();
        assertThat(RecordVersions.changedFields(BASE, new Draft("neck", 5, List.of())))
                .containsExactly("complaint", "areas");
    }

    @Test
    void mergingKeepsTheChangesOfBothSides() {
        var theirs = new Draft("back", 7, BASE.areas());
        var mine = new Draft("neck", 5, List.of("left", "right"));
        assertThat(RecordVersions.merged(BASE, theirs, mine)).isEqualTo(new Draft("neck", 7, List.of("left", "right")));
    }

    @Test
    void mergingKeepsTheUsersChangeOnAConflict() {
        assertThat(RecordVersions.merged(BASE, new Draft("theirs", 5, BASE.areas()), new Draft("mine", 5, BASE.areas()))
                        .complaint())
                .isEqualTo("mine");
    }

    /** A part of a note of its own fields. */
    public record Words(String heard, String advised) implements RecordPart {}

    /** A record with a part. */
    public record Note(int pain, Words words) {}

    @Test
    void theFieldsOfAPartAreComparedAndMergedOneByOne() {
        var base = new Note(5, new Words("stiff", "walk"));
        var theirs = new Note(5, new Words("stiff", "walk twice"));
        var mine = new Note(4, new Words("better", "walk"));
        assertThat(RecordVersions.changedFields(base, mine)).containsExactly("pain", "heard");
        assertThat(RecordVersions.merged(base, theirs, mine)).isEqualTo(new Note(4, new Words("better", "walk twice")));
        assertThat(RecordVersions.with(mine, List.of("heard"), base)).isEqualTo(new Note(4, base.words()));
    }

    @Test
    void aCopyHasAnotherValueInOneField() {
        assertThat(RecordVersions.with(BASE, "pain", 3)).isEqualTo(new Draft("back", 3, BASE.areas()));
        assertThatThrownBy(() -> RecordVersions.with(BASE, "pains", 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
