package io.plumbline.safety.contraindications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.AlertKind;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contraindications that history, screen and age propose, by the facts of clinical.md §3.2 and §3.3. */
class ContraindicationRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ContraindicationRules RULES = read("contraindications", ContraindicationRules.class);
    private static final ScreeningRules SCREEN = read("red-flags", ScreeningRules.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static List<Contraindication> all() {
        return RULES.contraindications();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyContraindicationCitesItsSectionAndNamesRulesThatExist(Contraindication one) {
        assertThat(one.name()).isNotBlank();
        assertThat(one.source())
                .containsAnyOf(one.technique() == Contraindication.Technique.THRUST ? "§3.2" : "§3.3", "§10.2");
        assertThat(one.screen()).allSatisfy(id -> assertThat(SCREEN.rule(id)).isPresent());
        assertThat(one.reviewedOn()).as("nobody has reviewed the example").isNull();
    }

    @Test
    void theRulesAreAnExampleUntilTheLicensedLeadApprovesThem() {
        assertThat(RULES.approvedBy()).isNull();
        assertThat(RULES.source()).contains("signed off");
        assertThat(all()).extracting(Contraindication::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BLOOD_THINNERS | THRUST_BLEEDING MODIFY_BLEEDING
        PREGNANCY      | MODIFY_PREGNANCY
        IMPLANTS       | THRUST_SURGERY MODIFY_IMPLANT
        SKIN           | SITE_SKIN
        OIL_ALLERGY    | MODIFY_OIL_ALLERGY
        """)
    void aFactOfTheHistoryProposesItsContraindications(HistoryFact fact, String codes) {
        assertThat(proposed(history(fact, true), Map.of())).containsExactly(codes.split(" "));
        assertThat(proposed(history(fact, false), Map.of())).as("a no").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RF-CES-1   | THRUST_MYELOPATHY
        RF-CES-3   | THRUST_MYELOPATHY THRUST_RADICULOPATHY
        RF-NEURO-2 | THRUST_MYELOPATHY
        RF-FX-1    | THRUST_FRACTURE SITE_FRACTURE
        RF-FX-3b   | THRUST_DEMINERALIZATION MODIFY_OSTEOPOROSIS DEEP_OSTEOPOROSIS
        RF-FX-3c   | THRUST_DEMINERALIZATION DEEP_OSTEOPOROSIS
        RF-CA-1b   | THRUST_MALIGNANCY SITE_TUMOR MODIFY_CANCER
        RF-INF-1   | THRUST_INFECTION MASSAGE_FEVER
        RF-AAA-1a  | THRUST_ANEURYSM SITE_ANEURYSM
        RF-DVT     | MASSAGE_DVT
        """)
    void aYesOfTheScreenOrTheAgeProposesItsContraindications(String rule, String codes) {
        assertThat(proposed(PatientHistory.EMPTY, Map.of(rule, ScreeningAnswer.YES)))
                .containsExactly(codes.split(" "));
        assertThat(proposed(PatientHistory.EMPTY, Map.of(rule, ScreeningAnswer.NO)))
                .isEmpty();
    }

    @Test
    void aFindingFromSeveralAnswersProposesToo() {
        assertThat(proposed(
                        PatientHistory.EMPTY, Map.of("RF-FX-2a", ScreeningAnswer.YES, "RF-FX-3c", ScreeningAnswer.YES)))
                .contains("THRUST_FRACTURE", "SITE_FRACTURE");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        2026-11-24, THRUST_SURGERY THRUST_SURGERY_SITE MOBILIZATION_SURGERY_SITE SITE_SCAR
        2026-10-14, THRUST_SURGERY THRUST_SURGERY_SITE MOBILIZATION_SURGERY_SITE SITE_SCAR
        2026-10-13, THRUST_SURGERY
        2025-11-25, THRUST_SURGERY
        2025-11-24, -
        2026-11-25, -
        -,          -
        """)
    void aSurgeryProposesToAvoidItsSiteForSixWeeksAndThrustForTwelveMonths(LocalDate on, String codes) {
        var history = new PatientHistory(List.of(new Surgery("Appendix", on)), "", "", new TreeMap<>(), null, "", "");
        assertThat(proposed(history, Map.of())).containsExactly(codes == null ? new String[0] : codes.split(" "));
    }

    @Test
    void aProposalSaysWhatSpeaksForIt() {
        assertThat(RULES.proposed(
                        history(HistoryFact.SKIN, true), TODAY, SCREEN, Map.of("RF-DVT", ScreeningAnswer.YES)))
                .extracting(ContraindicationRules.Proposal::because)
                .containsExactly(
                        List.of("One swollen, hot, painful calf?"), List.of("Open wound, burn or skin infection"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        -,  MODIFY_PREGNANCY,       'Pregnant, week not known'
        1,  MODIFY_PREGNANCY,       'Pregnant, week 1'
        13, MODIFY_PREGNANCY,       'Pregnant, week 13'
        14, MODIFY_PREGNANCY_LATER, 'Pregnant, week 14'
        42, MODIFY_PREGNANCY_LATER, 'Pregnant, week 42'
        """)
    void aPregnancyIsOfTheFirstTrimesterOnlyInItsWeeks(@Nullable Integer week, String code, String because) {
        var history = new PatientHistory(
                List.of(), "", "", new TreeMap<>(Map.of(HistoryFact.PREGNANCY, new Answer(true, ""))), week, "", "");
        assertThat(RULES.proposed(history, TODAY, SCREEN, Map.of()))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.contraindication().code()).isEqualTo(code);
                    assertThat(proposal.contraindication().alert()).isEqualTo(AlertKind.PREGNANCY);
                    assertThat(proposal.because()).containsExactly(because);
                });
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void onlyAReasonMakesANoComplete(Decision decision) {
        var answer = new ContraindicationAnswer("Osteoporosis", decision, " ", "1");
        assertThat(answer.isComplete()).isEqualTo(decision != Decision.NOT_SO);
        assertThat(answer.stands()).isEqualTo(decision != Decision.NOT_SO);
    }

    @Test
    void anAnswerCountsUnderTheRulesThatItAnswered() {
        var name = RULES.of("SITE_SKIN").name();
        assertThat(RULES.isCurrent(
                        "SITE_SKIN", new ContraindicationAnswer(name, Decision.CONFIRMED, "", RULES.version())))
                .isTrue();
        assertThat(RULES.isCurrent("SITE_SKIN", new ContraindicationAnswer(name, Decision.CONFIRMED, "", "0")))
                .isFalse();
        assertThat(RULES.isCurrent(
                        "SITE_SKIN", new ContraindicationAnswer("Other", Decision.CONFIRMED, "", RULES.version())))
                .isFalse();
        assertThatThrownBy(() -> RULES.of("NONE")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PatientHistory history(HistoryFact fact, boolean yes) {
        return new PatientHistory(List.of(), "", "", new TreeMap<>(Map.of(fact, new Answer(yes, ""))), null, "", "");
    }

    private static List<String> proposed(PatientHistory history, Map<String, ScreeningAnswer> answers) {
        return RULES.proposed(history, TODAY, SCREEN, answers).stream()
                .map(proposal -> proposal.contraindication().code())
                .toList();
    }

    private static <T> T read(String name, Class<T> type) {
        return JSON.readValue(ContraindicationRulesTest.class.getResourceAsStream("/clinical/" + name + ".json"), type);
    }
}
