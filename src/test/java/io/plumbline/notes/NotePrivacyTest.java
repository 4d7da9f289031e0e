package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.support.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The privacy of a note, in words. */
class NotePrivacyTest {
    @Test
    void theWordsSayToWhomANoteIsRestricted() {
        assertThat(NotePrivacy.DISCIPLINE.words(AppointmentType.MASSAGE)).isEqualTo("Restricted to massage therapy");
        assertThat(NotePrivacy.DISCIPLINE.words(AppointmentType.ADJUSTMENT)).isEqualTo("Restricted to chiropractic");
        assertThat(NotePrivacy.NAMED.words(AppointmentType.EXERCISE)).isEqualTo("Restricted to named people");
        assertThat(NotePrivacy.RELATION.isRestricted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theStoreHasRoomForEachName(NotePrivacy privacy) {
        assertThat(privacy.name()).hasSizeLessThanOrEqualTo(Migrations.length("session_note_privacy", "privacy"));
    }
}
