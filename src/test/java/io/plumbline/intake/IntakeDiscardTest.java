package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft that should not be can be discarded with a reason; what it said is kept aside. */
@StoreTest
class IntakeDiscardTest {
    private static final String REASON = TestCare.STRANGE + " The wrong patient";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IntakeService intake;

    @Autowired
    ScreeningService screening;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDiscardedDraftLeavesTheRecordAndIsKeptAside() {
        var patient = care.treated("Discarded");
        var note = staff.as("therapist", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("therapist", () -> intake.saveDraft(note, 0, care.assessed("Left knee")));
        assertThatThrownBy(() -> discard(note, version, " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> discard(note, version, "x".repeat(401))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> discard(note, version - 1, REASON)).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs("guesser", () -> intake.discard(note, version, REASON)))
                .as("somebody without relation to the patient")
                .isInstanceOf(NotAvailable.class);
        discard(note, version, REASON);
        assertThat(staff.as("therapist", () -> intake.open(note))).isEmpty();
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient))).isEmpty();
        assertThat(care.auditOf("intake.discarded", patient)).isOne();
        assertThat(kept(note)).hasSize(2).first().isEqualTo(REASON);
        assertThat(kept(note).getLast()).contains("Left knee");
    }

    @Test
    void anAmendmentThatIsDiscardedLeavesTheNoteAsItWasAndItCanBeAmendedAgain() {
        var patient = care.treated("Amended By Mistake");
        var signed = care.signIntake(patient, care.assessed("Left knee"));
        var amendment = staff.as("chiropractor", () -> intake.amend(signed, "The side was wrong in it"));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.amend(signed, "The side was wrong in it")))
                .isInstanceOf(StaleVersion.class);
        var version = staff.as("chiropractor", () -> intake.open(amendment))
                .orElseThrow()
                .version();
        staff.doAs("chiropractor", () -> intake.discard(amendment, version, REASON));
        assertThat(staff.as("chiropractor", () -> intake.amend(signed, "The other side was meant")))
                .isNotNull();
    }

    @Test
    void whatIsSignedOrRaisedAFlagStays() {
        var patient = care.treated("Stays");
        var signed = care.signIntake(patient, care.assessed("Left knee"));
        var version = staff.as("chiropractor", () -> intake.open(signed))
                .orElseThrow()
                .version();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> intake.discard(signed, version, REASON)))
                .isInstanceOf(Refused.class);
        var note = staff.as("therapist", () -> intake.begin(patient, group.west, ""));
        staff.as(
                "therapist",
                () -> screening.raise(
                        note.asClinicalNote(),
                        List.of(),
                        patient,
                        group.west,
                        Map.of("RF-INF-2b", ScreeningAnswer.YES)));
        assertThatThrownBy(() -> discard(note, 0, REASON))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("red flag was raised");
    }

    private void discard(IntakeId note, long version, String reason) {
        staff.doAs("therapist", () -> intake.discard(note, version, reason));
    }

    private List<String> kept(IntakeId note) {
        return jdbc.sql("select reason, content from intake_note_discarded where id = ?")
                .param(Ids.bytes(note.value()))
                .query((row, n) -> List.of(row.getString("reason"), row.getString("content")))
                .single();
    }
}
