package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.Limitation;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.CarriedForward;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.FromTemplate;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentFinding;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.SessionPhase;
import io.plumbline.sessions.SpineSegment;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.SignedForms;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of signed session notes, as the builds of their time wrote them. */
class SignedNoteTest {
    private static final LocalDate NOVEMBER_20 = LocalDate.of(2026, Month.NOVEMBER, 20);
    private static final StaffId AUTHOR = new StaffId(new UUID(0, 4));
    private static final BodyRegion LOW_BACK = new BodyRegion("back-lumbar-left");
    private static final NoteDraft SAYS = new NoteDraft(
            SafetyRecheck.YES,
            "RF-CES-1",
            ConsentToday.GIVEN,
            new Pain(6),
            List.of(LOW_BACK),
            Set.of("SWEDISH", "DEEP_TISSUE"),
            3,
            4,
            45,
            new Pain(4),
            Response.BETTER,
            "Tight",
            "Called the GP",
            "Two weeks");
    private static final SignedNote OF_NOVEMBER_20 = new SignedNote(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            new UUID(0, 4),
            AppointmentType.MASSAGE,
            NOVEMBER_20,
            new UUID(0, 5),
            null,
            SAYS,
            AUTHOR,
            Instant.parse("2026-11-20T17:00:00.123456Z"),
            List.of(),
            null);
    private static final SignedNote FILLED = new SignedNote(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            new UUID(0, 4),
            AppointmentType.ADJUSTMENT,
            LocalDate.of(2026, Month.NOVEMBER, 24),
            new UUID(0, 5),
            new UUID(0, 8),
            SAYS.withDetails(new SessionDetails(
                    "Stiff",
                    List.of(new Limitation("Bending", 4)),
                    "No blood thinners",
                    List.of(new SegmentRow(
                            SpineSegment.L5,
                            BodySide.LEFT,
                            Set.of(SegmentFinding.values()),
                            "PLI",
                            AdjustmentTechnique.HVLA,
                            Response.BETTER)),
                    List.of(new ExerciseRow(
                            new ExerciseId(new UUID(0, 6)), "Cat-cow", true, false, 2, 10, 5, "band", "Good")),
                    List.of(new TreatmentRow(LOW_BACK, "SWEDISH", "FASCIA", SessionPhase.BROAD_STROKES, 3, 10)),
                    "Hinge",
                    "Walk",
                    new CarriedForward(
                            new NoteId(new UUID(0, 7)), NOVEMBER_20, new TreeMap<>(Map.of("nextStep", "hash"))),
                    new TreeMap<>(Map.of("cue", new FromTemplate("Lower back", "hash"))))),
            AUTHOR,
            Instant.parse("2026-11-24T17:00:00.123456Z"),
            List.of(new CheckAnswer("PRESSURE_ABOVE_LIMIT", "Why?", "Asked for more")),
            new TakenOver(new StaffId(new UUID(0, 9)), "Assisted"));

    @Test
    void aNoteIsSignedInTheTextOfForm1ThatSaysWhetherNothingWasDone() {
        assertThat(FILLED.text().json()).isEqualTo(SignedForms.written("session-note-1c"));
    }

    @Test
    void aNoteIsReadInEachOfTheThreeTextsOfForm1() {
        assertThat(OF_NOVEMBER_20.texts(1))
                .extracting(SignedText::json)
                .hasSize(3)
                .contains(SignedForms.written("session-note-1a"), SignedForms.written("session-note-1b"));
        assertThat(OF_NOVEMBER_20.earlierTexts(1))
                .extracting(SignedText::json)
                .containsExactly(SignedForms.written("session-note-1b"), SignedForms.written("session-note-1a"));
        assertThat(FILLED.texts(1))
                .extracting(SignedText::json)
                .hasSize(3)
                .contains(SignedForms.written("session-note-1c"));
    }

    @ParameterizedTest
    @CsvSource({
        "session-note-1a, c5e7c3d46d9f0941aa59d152add5d3ed8cce660a81850abf0299bfc0ece04f1d",
        "session-note-1b, 057286ed19028ec0bca5c4cd01945295870017f1b3b75cf3fb9cf3cce0cf26d9",
        "session-note-1c, 19b97e9a81daa423560e09e984e668b2b6b77dbff907d0df017176a9f31f0cde",
    })
    void theTextOfAFormKeepsItsHash(String form, String hash) {
        assertThat(DigestUtils.sha256Hex(SignedForms.written(form))).isEqualTo(hash);
    }

    /** What the classes concluded when the notes were signed, in notes in which nothing was done. */
    @ParameterizedTest
    @CsvSource({
        "NO_CHANGE, GIVEN, true",
        "YES, GIVEN, false",
        "NO_CHANGE, NOT_GIVEN, false",
    })
    void form1SaysWhetherThePatientWasTreatedAsItWasConcludedThen(
            SafetyRecheck safety, ConsentToday consent, boolean isTreated) {
        var says = new NoteDraft(
                safety, null, consent, null, List.of(), Set.of(), null, null, null, null, null, "", "", "Rest");
        var texts = new SignedNote(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        new UUID(0, 3),
                        new UUID(0, 4),
                        AppointmentType.ADJUSTMENT,
                        NOVEMBER_20,
                        null,
                        null,
                        says,
                        AUTHOR,
                        Instant.EPOCH,
                        List.of(),
                        null)
                .texts(1).stream().map(SignedText::json).toList();
        assertThat(texts).anyMatch(text -> text.contains("\"treated\":" + isTreated));
        assertThat(texts).anyMatch(text -> text.contains("\"nothingDone\":true"));
    }

    @Test
    void aFormThatDoesNotExistHasNoText() {
        assertThat(FILLED.texts(0)).isEmpty();
        assertThat(FILLED.texts(SignedNote.FORM + 1)).isEmpty();
        assertThat(FILLED.earlierTexts(0)).isEmpty();
    }

    @Test
    void everyFieldOfANoteIsSigned() {
        SignedForms.assertCovered(FILLED, FILLED.text());
    }
}
