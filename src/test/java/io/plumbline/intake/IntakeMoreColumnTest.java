package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.intake.IntakeExamination.Side;
import io.plumbline.intake.IntakeExamination.TestKind;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON in which the rest of intake notes is stored: what is stored can be read, whatever the classes are called. */
class IntakeMoreColumnTest {
    private final IntakeMoreColumn column = new IntakeMoreColumn();

    @Test
    void everyFieldThatIsStoredCanBeRead() {
        var more = new IntakeMore(
                "Lifted",
                new TreeMap<>(Map.of(
                        "SITTING", new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.OPEN),
                        "STRESS", new FactorDetail(null, FactorDetail.Status.RESOLVED))),
                "Garden",
                "Desk",
                "Runs",
                "Short",
                "Low",
                "Run again");
        assertThat(column.convertToEntityAttribute("""
                {"dailyActivities":"Garden",\
                "factorDetails":{"SITTING":{"severity":"SEVERE","status":"OPEN"},\
                "STRESS":{"severity":null,"status":"RESOLVED"}},\
                "goals":"Run again","mechanism":"Lifted","mood":"Low","sleep":"Short","training":"Runs",\
                "work":"Desk"}""")).isEqualTo(more);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(more)))
                .isEqualTo(more);
        assertThat(column.convertToDatabaseColumn(IntakeMore.EMPTY)).isNull();
    }

    @Test
    void historyContraindicationsAndExaminationCanBeRead() {
        var more = IntakeMore.EMPTY.with(
                new PatientHistory(
                        List.of(new Surgery("Hip", LocalDate.of(2020, 2, 29)), new Surgery("Knee", null)),
                        "Apixaban",
                        "Nuts",
                        new TreeMap<>(Map.of(
                                HistoryFact.PREGNANCY, new Answer(true, ""),
                                HistoryFact.SKIN, new Answer(false, ""))),
                        12,
                        "X-ray",
                        "Massage"),
                new TreeMap<>(
                        Map.of("SITE_SKIN", new ContraindicationAnswer("Open wound", Decision.NOT_SO, "Healed", "1"))),
                new IntakeExamination(
                        PelvicTilt.ANTERIOR,
                        ShorterLeg.LEFT,
                        7,
                        "Leans",
                        List.of(new Motion("Flexion", null, 40)),
                        List.of(new IntakeExamination.Test("Reflex", null, Side.LEFT, "Weak"))));
        assertThat(column.convertToEntityAttribute("""
                {"contraindications":{"SITE_SKIN":{"decision":"NOT_SO","name":"Open wound","reason":"Healed",\
                "rulesVersion":"1"}},\
                "legDifferenceMm":7,"motions":[{"degrees":40,"movement":"Flexion","side":null}],\
                "pelvicTilt":"ANTERIOR","posture":"Leans","shorterLeg":"LEFT",\
                "tests":[{"name":"Reflex","result":"Weak","side":"LEFT"}],\
                "allergies":"Nuts",\
                "historyAnswers":{"PREGNANCY":{"words":"","yes":true},"SKIN":{"words":"","yes":false}},\
                "imaging":"X-ray","medication":"Apixaban","pregnancyWeek":12,"priorCare":"Massage",\
                "surgeries":[{"on":"2020-02-29","what":"Hip"},{"on":null,"what":"Knee"}]}""")).isEqualTo(more);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(more)))
                .isEqualTo(more);
    }

    @Test
    void theKindOfATestCanBeReadAndIsLeftOutWhereNobodyTold() {
        var tests = List.of(
                new IntakeExamination.Test("Reflex", TestKind.NEUROLOGICAL, Side.LEFT, "Weak"),
                new IntakeExamination.Test("Kemp", TestKind.ORTHOPEDIC, null, "Negative"),
                new IntakeExamination.Test("Ely", null, null, "Negative"));
        var more = IntakeMore.EMPTY.with(new IntakeExamination(null, null, null, "", List.of(), tests));
        var stored = """
                {"tests":[{"name":"Reflex","kind":"NEUROLOGICAL","side":"LEFT","result":"Weak"},\
                {"name":"Kemp","kind":"ORTHOPEDIC","side":null,"result":"Negative"},\
                {"name":"Ely","side":null,"result":"Negative"}]}""";
        assertThat(column.convertToEntityAttribute(stored)).isEqualTo(more);
        assertThat(column.convertToDatabaseColumn(more)).isEqualTo(stored);
    }

    @Test
    void theTextThatThePatientAgreedToCanBeRead() {
        var text = new AgreedText(UUID.fromString("019f2d3e-0000-7000-8000-000000000001"), 2, ConsentLanguage.SPANISH);
        var more = IntakeMore.EMPTY.withConsentText(text);
        assertThat(column.convertToEntityAttribute("""
                {"consentText":{"id":"019f2d3e-0000-7000-8000-000000000001","language":"SPANISH","number":2}}""")).isEqualTo(more);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(more)))
                .isEqualTo(more);
    }

    @Test
    void aTextThatIsTooLongIsRefusedByName() {
        assertThatThrownBy(() -> new IntakeMore("", new TreeMap<>(), "", "", "", "", "", "x".repeat(1001)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The goals");
    }
}
