package io.plumbline.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is answered before a session note is signed has a consequence, and open reactions are asked about. */
@StoreTest
class ReactionsOfNotesTest {
    private static final String WORDS = "Pressed on the bruise by mistake";

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    PatientService patients;

    @Autowired
    ReactionService reactions;

    @Autowired
    ReactionFollowUpService followUps;

    /** A draft as it was saved. */
    private record Saved(NoteId note, long version) {}

    @Test
    void whatWasLighterThanRecordedIsCorrectedInTheNoteThatIsSigned() {
        var patient = assessed("Lighter");
        var saved = saved(patient, after(4, 5, 3, Response.BETTER));
        var check = asked(saved).getFirst();
        sign(saved, check.chosen("Was lighter than recorded", List.of("2"), ""));
        var signed = staff.as("chiropractor", () -> notes.open(saved.note())).orElseThrow();
        assertThat(signed.status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(signed.draft().pressure()).isEqualTo(2);
        assertThat(Objects.requireNonNull(signed.signature()).intact()).isTrue();
        assertThat(signed.checks())
                .extracting(CheckAnswer::answer)
                .containsExactly("Was lighter than recorded: pressure 2");
    }

    @Test
    void whatShouldNotHaveBeenDoneIsAReactionThatTheChiropractorFollowsUp() {
        var patient = assessed("Should Not");
        var saved = saved(patient, after(4, 5, 3, Response.BETTER));
        var check = asked(saved).getFirst();
        assertThatThrownBy(() -> sign(saved, check.chosen("Should not have been done", List.of("Moderate"), ".")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The answer needs at least 15 letters");
        assertThat(open(patient)).isEmpty();
        sign(saved, check.chosen("Should not have been done", List.of("Moderate"), WORDS));
        assertThat(open(patient)).singleElement().satisfies(row -> {
            assertThat(row.note()).isEqualTo(saved.note());
            assertThat(row.severity()).isEqualTo(ReactionSeverity.MODERATE);
            assertThat(row.outcome()).isEqualTo(ReactionOutcome.UNKNOWN);
            assertThat(row.suspected()).isEqualTo(AppointmentType.MASSAGE);
            assertThat(row.description()).isEqualTo("Should not have been done: " + WORDS + ".");
            assertThat(row.recordedBy()).isEqualTo("therapist");
            assertThat(Objects.requireNonNull(row.followUp()).staff()).isEqualTo(group.chiropractor);
        });
        assertThat(staff.as("chiropractor", () -> followUps.due(200)))
                .as("on the start page at once")
                .extracting(DueFollowUp::patient)
                .contains(patient);
    }

    @Test
    void aSessionThatLeftThePatientWorseIsAskedAboutUntilAReactionIsRecorded() {
        var patient = assessed("Worse");
        var told = saved(patient, after(3, 4, 9, Response.WORSE));
        var check = asked(told).getFirst();
        assertThat(check.question())
                .isEqualTo("Pain rose from 4 to 9, and no adverse reaction is recorded. What was it?");
        sign(told, check.chosen("It is an adverse reaction", List.of("Mild"), "Sore since the end of the session"));
        assertThat(open(patient))
                .extracting(ReactionRow::description)
                .containsExactly("Sore since the end of the session.");

        var recorded = saved(patient, after(3, 4, 4, Response.WORSE));
        record(patient, "", recorded.note());
        care.asProven("therapist", () -> notes.sign(recorded.note(), recorded.version()));
    }

    @Test
    void deepWorkIsAskedAboutInTheAreaOfAnOpenReactionAndUnderAFlag() {
        var patient = assessed("Bruised");
        record(patient, "Shoulder blade, right", null);
        var elsewhere = saved(patient, after(5, 4, 3, Response.BETTER));
        care.asProven("therapist", () -> notes.sign(elsewhere.note(), elsewhere.version()));
        record(patient, "Sacrum", null);
        var there = saved(patient, after(5, 4, 3, Response.BETTER));
        assertThat(asked(there)).extracting(SigningCheck::code).containsExactly("AGAINST_REACTION");
        care.raise(patient, group.west, "RF-FX-3b");
        assertThat(asked(there)).extracting(SigningCheck::code).containsExactly("AGAINST_REACTION", "AGAINST_FLAG");
    }

    private PatientId assessed(String name) {
        var patient = care.treated(name);
        care.signIntake(patient, care.assessed("back"));
        return patient;
    }

    /** A massage at the lumbar spine and the sacrum. */
    private static NoteDraft after(int pressure, int before, int after, Response response) {
        var done = TestCare.done();
        return new NoteDraft(
                done.safetyRecheck(),
                null,
                done.consent(),
                new Pain(before),
                done.areas(),
                Set.of("SWEDISH"),
                pressure,
                response == Response.BETTER && pressure == 4 ? Integer.valueOf(2) : null,
                done.minutes(),
                new Pain(after),
                response,
                "",
                "",
                done.nextStep());
    }

    private Saved saved(PatientId patient, NoteDraft draft) {
        var visit = care.bookMassage(patient, care.today());
        return staff.as("therapist", () -> {
            var note = starts.begin(new VisitKey.Booked(visit));
            return new Saved(note, notes.saveDraft(note, 0, draft));
        });
    }

    private List<SigningCheck> asked(Saved saved) {
        return catchThrowableOfType(
                        ChecksToAnswer.class,
                        () -> care.asProven("therapist", () -> notes.sign(saved.note(), saved.version())))
                .checks();
    }

    private void sign(Saved saved, CheckReply reply) {
        care.asProven("therapist", () -> notes.sign(saved.note(), saved.version(), List.of(reply)));
    }

    private void record(PatientId patient, String area, @Nullable NoteId note) {
        var draft = new ReactionDraft(
                care.today(),
                null,
                "A bruise, tender to touch",
                AppointmentType.MASSAGE,
                area,
                ReactionSeverity.MILD,
                ReactionOutcome.ONGOING,
                null);
        staff.doAs("therapist", () -> reactions.record(patient, draft, note, null, OperationId.next()));
    }

    private List<ReactionRow> open(PatientId patient) {
        return staff.as(
                "therapist", () -> reactions.openOf(patients.open(patient).orElseThrow()));
    }
}
