package io.plumbline.shared.signing;

import static org.assertj.core.api.Assertions.assertThat;

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
}
