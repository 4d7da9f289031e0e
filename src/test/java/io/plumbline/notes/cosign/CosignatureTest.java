package io.plumbline.notes.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.notes.NotesToCosign.ToCosign;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentHash;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.support.Migrations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00.123456789Z");
    private static final StaffId MENTOR = StaffId.next();
    private static final NoteId NOTE = NoteId.next();
    private static final ToCosign SIGNED =
            new ToCosign(PatientId.next(), AppointmentType.MASSAGE, LocalDate.of(2026, Month.NOVEMBER, 24), "HMAC 1");
    private static final ContentMac SEAL = seal("");

    private static ContentMac seal(String key) {
        return new ContentMac((purpose, text) ->
                ContentHash.of(key + purpose + text).substring(32).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aCosignatureIsSignedOverTheHashOfTheNote() {
        var one = Cosignature.cosigned(NOTE, SIGNED, 0, MENTOR, NOW, SEAL);
        assertThat(one.isIntact(SEAL)).isTrue();
        assertThat(one.isIntact(seal("another key"))).isFalse();
        assertThat(one.remark()).isEmpty();
        assertThat(one.signature().kind()).isEqualTo("note.cosigned");
    }

    @Test
    void aReturnedNoteHasARemarkThatTheAuditTrailLeavesOut() {
        var one = Cosignature.returned(NOTE, SIGNED, 2, "Which side?", MENTOR, NOW, SEAL);
        assertThat(one.isIntact(SEAL)).isTrue();
        assertThat(one.remark()).isEqualTo("Which side?");
        assertThat(one.signature().kind()).isEqualTo("note.returned");
        assertThat(one.signature().detail()).doesNotContain("side");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void aRemarkSaysSomething(String remark) {
        assertThatThrownBy(() -> Cosignature.returned(NOTE, SIGNED, 0, remark, MENTOR, NOW, SEAL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The remark is missing");
    }

    @Test
    void aRemarkHasAtMostAThousandCharacters() {
        assertThat(Cosignature.returned(NOTE, SIGNED, 0, "x".repeat(1000), MENTOR, NOW, SEAL)
                        .remark())
                .hasSize(1000);
        assertThatThrownBy(() -> Cosignature.returned(NOTE, SIGNED, 0, "x".repeat(1001), MENTOR, NOW, SEAL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at most 1000 characters");
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionFitsItsColumn(CosignDecision decision) {
        assertThat(decision.name()).hasSizeLessThanOrEqualTo(Migrations.length("session_note_cosignature", "decision"));
    }
}
