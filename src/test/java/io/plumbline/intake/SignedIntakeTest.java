package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.forms.FormAnswers;
import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.intake.IntakeExamination.Side;
import io.plumbline.intake.IntakeExamination.TestKind;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.SignedForms;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of signed intake notes and of their conclusions, as the builds of their time wrote them. */
class SignedIntakeTest {
    private static final Instant SIGNED_AT = Instant.parse("2026-11-24T17:00:00.123456Z");
    private static final SortedMap<String, ContraindicationAnswer> RULED_OUT = new TreeMap<>(
            Map.of("SITE_SKIN", new ContraindicationAnswer("Open wound", Decision.NOT_SO, "Healed", "1")));
    private static final IntakeMore MORE = more(null);

    private static IntakeMore more(@Nullable TestKind kind) {
        return new IntakeMore(
                "Lifted",
                new TreeMap<>(
                        Map.of("STRESS", new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.OPEN))),
                "Garden",
                "Desk",
                "Runs",
                "Short",
                "Low",
                "Run again",
                new PatientHistory(
                        List.of(new Surgery("Hip", LocalDate.of(2020, Month.FEBRUARY, 29))),
                        "Apixaban",
                        "Nuts",
                        new TreeMap<>(Arrays.stream(HistoryFact.values())
                                // those that there were when the form was made
                                .filter(fact -> fact != HistoryFact.SURGERY_WITHIN_YEAR)
                                .collect(
                                        Collectors.toMap(Function.identity(), fact -> new Answer(true, "Since 2020")))),
                        12,
                        "X-ray",
                        "Massage"),
                RULED_OUT,
                new IntakeExamination(
                        PelvicTilt.ANTERIOR,
                        ShorterLeg.LEFT,
                        7,
                        "Leans",
                        List.of(new Motion("Flexion", Side.LEFT, 40)),
                        List.of(new IntakeExamination.Test("Reflex", kind, Side.LEFT, "Weak"))),
                List.of(new FormAnswers(new UUID(0, 7), new TreeMap<>(Map.of("q1", "Yes")))),
                new AgreedText(new UUID(0, 8), 2, ConsentLanguage.SPANISH));
    }

    private static final SignedIntake FILLED = filled(MORE);
    private static final SignedIntake WITH_KIND = filled(more(TestKind.NEUROLOGICAL));

    private static SignedIntake filled(IntakeMore more) {
        return new SignedIntake(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                new IntakeDraft(
                        "Back",
                        "May",
                        new Pain(3),
                        new Pain(7),
                        new Pain(4),
                        List.of(new MarkedArea(
                                new BodyRegion("back-lumbar-left"),
                                "Dull",
                                new Pain(5),
                                new BodyRegion("back-lumbar-right"))),
                        Set.of("SITTING", "STRESS"),
                        List.of(new Limitation("Bending", 4)),
                        Map.of("RF-CES-1", ScreeningAnswer.NO, "RF-CES-2", ScreeningAnswer.YES),
                        true,
                        IntakeOutcome.SUITABLE,
                        more),
                "2",
                new StaffId(new UUID(0, 4)),
                SIGNED_AT,
                List.of(new CheckAnswer("WORST_BELOW_NOW", "Why?", "Flare")),
                new IntakeAmendment(new UUID(0, 5), new UUID(0, 6), 3, "Why"));
    }

    private static SignedConclusion conclusion(SortedMap<String, ContraindicationAnswer> decided) {
        return new SignedConclusion(
                new UUID(0, 1),
                new UUID(0, 2),
                IntakeOutcome.SUITABLE,
                "Stable",
                decided,
                "HMAC 1",
                new UUID(0, 4),
                SIGNED_AT);
    }

    @Test
    void anIntakeNoteThatTellsNoKindOfATestIsSignedAndReadInForm1() {
        assertThat(FILLED.text().json()).isEqualTo(SignedForms.written("intake-note-1"));
        assertThat(FILLED.texts(1)).extracting(SignedText::json).containsExactly(SignedForms.written("intake-note-1"));
        assertThat(FILLED.texts(2)).isEmpty();
    }

    @Test
    void anIntakeNoteThatTellsTheKindOfATestIsSignedAndReadInForm2() {
        assertThat(WITH_KIND.form()).isEqualTo(2);
        assertThat(WITH_KIND.text().json()).isEqualTo(SignedForms.written("intake-note-2"));
        assertThat(WITH_KIND.texts(2))
                .extracting(SignedText::json)
                .containsExactly(SignedForms.written("intake-note-2"));
        assertThat(WITH_KIND.texts(1))
                .as("a kind that was added to a note that was signed without it")
                .isEmpty();
        assertThat(WITH_KIND.texts(3)).isEmpty();
    }

    @Test
    void aConclusionIsSignedInForm2IfItDecidesOnContraindicationsAndOtherwiseInForm1() {
        assertThat(conclusion(RULED_OUT).text().json()).isEqualTo(SignedForms.written("conclusion-2"));
        assertThat(conclusion(new TreeMap<>()).text().json()).isEqualTo(SignedForms.written("conclusion-1"));
        assertThat(conclusion(RULED_OUT).texts(2)).hasSize(1);
        assertThat(conclusion(RULED_OUT).texts(3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "intake-note-1, a2ae14ede11ee1e5e6c578235492365171e765f1b8afff32ba6054fb5121bc0e",
        "intake-note-2, 22f0fdfe25dbbd0d3823c4623aa38a3b0b0688a6dd3dbbfff99ed640013e5c39",
        "conclusion-1, 1f6ad5e5b12dc8afe6bbd1aa1d0a72d7121f6ed1372dde8be4e3db8ae56ef422",
        "conclusion-2, 1e38fb62947358d5278c73e25f44552e840900868dc24e050606958abc0fac51",
    })
    void theTextOfAFormKeepsItsHash(String form, String hash) {
        assertThat(DigestUtils.sha256Hex(SignedForms.written(form))).isEqualTo(hash);
    }

    @Test
    void everyFieldOfAnIntakeNoteAndOfAConclusionIsSigned() {
        SignedForms.assertCovered(WITH_KIND, WITH_KIND.text());
        SignedForms.assertCovered(conclusion(RULED_OUT), conclusion(RULED_OUT).text());
    }
}
