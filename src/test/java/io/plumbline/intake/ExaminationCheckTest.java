package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A chiropractor's first intake note without an examination says why. */
@StoreTest
@Tag("core")
class ExaminationCheckTest {
    private static final IntakeExamination ALIGNED_ONLY =
            new IntakeExamination(IntakeExamination.PelvicTilt.NEUTRAL, null, null, "", List.of(), List.of());

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IntakeService intake;

    @Test
    void theFirstNoteOfAChiropractorSaysWhyNothingWasExamined() {
        var patient = care.treated("Not Examined");
        var note = written("chiropractor", patient);
        var asked = asked("chiropractor", note);
        assertThat(asked).extracting(SigningCheck::code).containsExactly("NOT_EXAMINED");
        var check = asked.getFirst();
        assertThatThrownBy(() -> sign(
                        "chiropractor", note, List.of(check.chosen("Not examined today, because", List.of(), "ok ok"))))
                .isInstanceOf(Refused.class);
        sign("chiropractor", note, List.of(check.chosen("Not examined today: the patient declined", List.of(), "")));
        assertThat(staff.as("chiropractor", () -> intake.open(note))
                        .orElseThrow()
                        .checks())
                .extracting(CheckAnswer::answer)
                .containsExactly("Not examined today: the patient declined");
        var second = written("chiropractor", patient);
        sign("chiropractor", second, List.of());
        assertThat(staff.as("chiropractor", () -> intake.open(second))
                        .orElseThrow()
                        .status())
                .as("a later note is not asked")
                .isEqualTo(IntakeStatus.SIGNED);
    }

    @Test
    void theIntakeOfATherapistIsNeverAsked() {
        var note = written("therapist", care.treated("Massage Only"));
        sign("therapist", note, List.of());
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().status())
                .isEqualTo(IntakeStatus.SIGNED);
    }

    private IntakeId written(String who, PatientId patient) {
        var note = staff.as(who, () -> intake.begin(patient, group.west, ""));
        staff.doAs(
                who, () -> intake.saveDraft(note, 0, care.assessed("back").with(IntakeMore.EMPTY.with(ALIGNED_ONLY))));
        return note;
    }

    private List<SigningCheck> asked(String who, IntakeId note) {
        return catchThrowableOfType(ChecksToAnswer.class, () -> sign(who, note, List.of()))
                .checks();
    }

    private void sign(String who, IntakeId note, List<CheckReply> replies) {
        care.asProven(
                who, () -> intake.sign(note, intake.open(note).orElseThrow().version(), replies));
    }
}
