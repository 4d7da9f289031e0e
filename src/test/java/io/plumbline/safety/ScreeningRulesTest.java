package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.safety.ScreeningRules.Rule;
import io.plumbline.shared.FlagLevel;
import io.plumbline.support.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ScreeningRulesTest {
    private static final ScreeningRules RULES = read();

    static List<Rule> rules() {
        return RULES.rules();
    }

    @Test
    void everyRuleHasAnIdOfItsOwn() {
        assertThat(rules()).isNotEmpty().extracting(Rule::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} with {2} as well: {1} becomes {3}")
    @CsvSource(nullValues = "-", textBlock = """
        RF-CES-1, E, -,                          -
        RF-CES-2, E, -,                          -
        RF-CES-3, E, -,                          -
        RF-CES-4, U, RF-CES-1 RF-CES-2 RF-CES-3, E
        RF-FX-1,  E, -,                          -
        RF-FX-2,  U, -,                          -
        RF-FX-3,  R, -,                          -
        RF-CA-1,  R, -,                          U
        RF-CA-2,  R, RF-CA-1 RF-CA-3,            U
        RF-CA-3,  C, -,                          R
        RF-INF-1, U, -,                          -
        RF-INF-2, R, RF-INF-1,                   E
        RF-AAA-1, E, -,                          -
        RF-INFL,  R, -,                          -
        RF-NEURO, U, -,                          -
        RF-DVT,   E, -,                          -
        RF-CHEST, E, -,                          -
        RF-MOOD,  E, -,                          -
        """)
    void aYesMeansWhatTheClinicalTableSays(String id, FlagLevel level, String with, FlagLevel combined) {
        var rule = RULES.rule(id).orElseThrow();
        assertThat(rule.level()).isEqualTo(level);
        assertThat(rule.combinedLevel()).isEqualTo(combined);
        assertThat(rule.combinedWith()).isEqualTo(with == null ? List.of() : List.of(with.split(" ")));
    }

    @Test
    void theClinicalTableHasEveryRule() {
        assertThat(rules()).hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF-CES-1", "RF-CES-2", "RF-CES-3", "RF-FX-1", "RF-INF-1"})
    void everyQuestionOfThePublicFormHoldsManualTreatment(String id) {
        assertThat(RULES.rule(id).orElseThrow().level().isHold()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleIsOnlyCombinedWithOtherRulesThatExist(Rule rule) {
        assertThat(rules()).extracting(Rule::id).containsAll(rule.combinedWith());
        assertThat(rule.combinedWith()).doesNotContain(rule.id()).doesNotHaveDuplicates();
    }

    @Test
    void aCombinationMakesAFlagMoreUrgentNeverLess() {
        assertThat(rules().stream().filter(rule -> rule.combinedLevel() != null))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.combinedLevel()).isLessThan(rule.level()));
        assertThat(rules().stream().filter(rule -> !rule.combinedWith().isEmpty()))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.combinedLevel()).isNotNull());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleFitsTheRecordOfAFlag(Rule rule) {
        assertThat(rule.id()).matches("RF-[A-Z]+(-[1-9])?").hasSizeLessThanOrEqualTo(column("rule_id"));
        assertThat(rule.flag()).isNotBlank().isEqualTo(rule.flag().strip()).hasSizeLessThanOrEqualTo(column("flag"));
        assertThat(rule.level().name()).hasSizeLessThanOrEqualTo(column("flag_level"));
        assertThat(rule.question()).isEqualTo(rule.question().strip()).endsWith("?");
    }

    @Test
    void theRulesNameTheirVersionAndSourceAndThatNobodyHasApprovedThem() {
        assertThat(RULES.version()).isNotBlank().hasSizeLessThanOrEqualTo(column("rules_version"));
        assertThat(RULES.source()).isNotBlank();
        assertThat(RULES.approvedBy()).isNull();
    }

    @Test
    void thereIsNoRuleOfAnUnknownId() {
        assertThat(RULES.rule("RF-NONE")).isEmpty();
        assertThat(RULES.rule("")).isEmpty();
    }

    @ParameterizedTest(name = "{0} holds manual treatment: {1}")
    @CsvSource({"E, yes", "U, yes", "R, no", "C, no"})
    void manualTreatmentWaitsForADecisionOnAnEmergencyOrAnUrgentFlag(FlagLevel level, String hold) {
        assertThat(level.isHold()).isEqualTo(hold.equals("yes"));
    }

    @Test
    void theMostUrgentLevelComesFirst() {
        var levels = new ArrayList<String>();
        for (var level : FlagLevel.values()) {
            levels.add(level + " " + level.word());
        }
        assertThat(levels).containsExactly("E Emergency", "U Urgent", "R Refer", "C Caution");
    }

    @ParameterizedTest(name = "{0} waits for a decision: {1}")
    @CsvSource({
        "RAISED, yes",
        "ACKNOWLEDGED, yes",
        "EMERGENCY_REFERRED, no",
        "REFERRED, no",
        "MONITORED, no",
        "CLEARED, no"
    })
    void aFlagIsOpenUntilItIsDecided(FlagStatus status, String open) {
        assertThat(FlagStatus.OPEN.contains(status)).isEqualTo(open.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void whatBecameOfAFlagFitsItsColumn(FlagStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(column("status"));
    }

    @ParameterizedTest(name = "yes to {0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
        -,                   -
        RF-FX-3,             RF-FX-3 R
        RF-CES-4,            RF-CES-4 U
        RF-CES-4 RF-CES-2,   RF-CES-2 E RF-CES-4 E
        RF-INF-2,            RF-INF-2 R
        RF-INF-1 RF-INF-2,   RF-INF-2 E RF-INF-1 U
        RF-CA-2 RF-CA-3,     RF-CA-2 U RF-CA-3 C
        RF-CA-1,             RF-CA-1 R
        """)
    void theAnswersTogetherSayHowUrgentItIs(String yes, String findings) {
        var answers = new TreeMap<String, ScreeningAnswer>();
        rules().forEach(rule -> answers.put(rule.id(), ScreeningAnswer.NO));
        if (yes != null) {
            List.of(yes.split(" ")).forEach(id -> answers.put(id, ScreeningAnswer.YES));
        }
        var found = RULES.findings(answers).stream()
                .map(finding -> finding.rule().id() + " " + finding.level())
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(findings == null ? "" : findings);
    }

    @Test
    void whatWasNotAskedIsNeitherYesNorNo() {
        assertThat(RULES.findings(Map.of())).isEmpty();
        assertThat(RULES.findings(Map.of("RF-CES-1", ScreeningAnswer.NOT_ASKED)))
                .isEmpty();
        assertThat(RULES.mustBeAsked()).extracting(Rule::level).containsOnly(FlagLevel.E, FlagLevel.U);
        assertThat(RULES.mustBeAsked()).hasSize(12);
    }

    private static int column(String name) {
        return Migrations.length("red_flag", name);
    }

    private static ScreeningRules read() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return mapper.readValue(
                ScreeningRulesTest.class.getResourceAsStream("/clinical/red-flags.json"), ScreeningRules.class);
    }
}
