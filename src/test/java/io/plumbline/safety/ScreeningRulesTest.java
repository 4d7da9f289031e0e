package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.safety.ScreeningRules.Rule;
import io.plumbline.shared.FlagLevel;
import io.plumbline.support.Migrations;
import java.time.LocalDate;
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
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static List<Rule> rules() {
        return RULES.rules();
    }

    @Test
    void everyRuleHasAUniqueId() {
        assertThat(rules()).isNotEmpty().extracting(Rule::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}, asked: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        RF-CES-1  | yes | E | -
        RF-CES-2  | yes | E | -
        RF-CES-3  | yes | E | -
        RF-CES-4a | yes | U | E
        RF-FX-1   | yes | E | -
        RF-FX-2a  | yes | - | -
        RF-FX-2b  | yes | - | -
        RF-FX-2c  | no  | U | -
        RF-FX-3a  | yes | R | -
        RF-FX-3b  | yes | R | -
        RF-FX-3c  | no  | R | -
        RF-CA-1a  | yes | R | U
        RF-CA-1b  | yes | R | U
        RF-CA-1c  | yes | - | -
        RF-CA-2   | yes | R | U
        RF-CA-3a  | yes | - | -
        RF-CA-3b  | yes | - | -
        RF-CA-3c  | yes | - | -
        RF-CA-3d  | yes | - | -
        RF-CA-3e  | no  | C | R
        RF-CA-3f  | no  | - | -
        RF-INF-1  | yes | U | -
        RF-INF-2a | yes | R | E
        RF-INF-2b | yes | R | E
        RF-INF-2c | yes | R | E
        RF-INF-2d | yes | R | E
        RF-INF-2e | yes | R | E
        RF-AAA-1a | yes | U | E
        RF-AAA-1b | yes | - | -
        RF-AAA-1c | yes | - | -
        RF-AAA-1d | yes | - | -
        RF-AAA-1e | no  | E | -
        RF-AAA-1f | yes | - | -
        RF-AAA-1g | yes | - | -
        RF-AAA-1h | no  | - | -
        RF-INFL-1 | yes | - | -
        RF-INFL-2 | yes | - | -
        RF-INFL-3 | yes | - | -
        RF-INFL-4 | yes | - | -
        RF-INFL-5 | yes | - | -
        RF-INFL-6 | yes | - | -
        RF-INFL-7 | no  | R | -
        RF-NEURO-1 | yes | U | -
        RF-NEURO-2 | yes | U | -
        RF-NEURO-3 | yes | U | -
        RF-DVT    | yes | E | -
        RF-CHEST-1 | yes | E | -
        RF-CHEST-2 | yes | E | -
        RF-CHEST-3 | yes | E | -
        RF-CHEST-4 | yes | E | -
        RF-MOOD   | yes | E | -
        """)
    void aYesHasTheLevelOfTheClinicalTable(String id, String asked, FlagLevel level, FlagLevel combined) {
        var rule = RULES.rule(id).orElseThrow();
        assertThat(rule.isAsked()).isEqualTo(asked.equals("yes"));
        assertThat(rule.level()).isEqualTo(level);
        assertThat(rule.combinedLevel()).isEqualTo(combined);
    }

    @Test
    void theClinicalTableHasEveryRule() {
        assertThat(rules()).hasSize(51);
        assertThat(RULES.asked()).hasSize(44);
    }

    @Test
    void theAgeIsNeverAsked() {
        assertThat(RULES.asked()).noneMatch(rule -> rule.question().matches(".*\\bage (over|under|above|below)\\b.*"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aFlagIsNamedAsAPossibilityAndNotADiagnosis(Rule rule) {
        if (rule.level() == null) {
            assertThat(rule.flag()).isEmpty();
        } else {
            assertThat(rule.flag()).startsWith("Possible ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF-CES-1", "RF-CES-2", "RF-CES-3", "RF-FX-1", "RF-INF-1"})
    void everyQuestionOfThePublicFormCausesAHold(String id) {
        assertThat(RULES.rule(id).orElseThrow().level().isHold()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleIsCombinedOnlyWithOtherExistingRules(Rule rule) {
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
    void everyRuleFitsTheColumnsOfAFlag(Rule rule) {
        assertThat(rule.id()).matches("RF-[A-Z]+(-[1-9][a-z]?)?").hasSizeLessThanOrEqualTo(column("rule_id"));
        assertThat(rule.flag()).isEqualTo(rule.flag().strip()).hasSizeLessThanOrEqualTo(column("flag"));
        assertThat(rule.question()).isEqualTo(rule.question().strip());
        assertThat(rule.question().endsWith("?")).isEqualTo(rule.isAsked());
        assertThat(rule.words()).isNotBlank();
    }

    @Test
    void theRulesNameTheirVersionAndSourceAndAreNotApproved() {
        assertThat(RULES.version()).isNotBlank().hasSizeLessThanOrEqualTo(column("rules_version"));
        assertThat(RULES.source()).isNotBlank();
        assertThat(RULES.approvedBy()).isNull();
    }

    @Test
    void anUnknownIdHasNoRule() {
        assertThat(RULES.rule("RF-NONE")).isEmpty();
        assertThat(RULES.rule("")).isEmpty();
    }

    @ParameterizedTest(name = "{0} holds manual treatment: {1}")
    @CsvSource({"E, yes", "U, yes", "R, no", "C, no"})
    void onlyEmergencyAndUrgentFlagsAreHolds(FlagLevel level, String hold) {
        assertThat(level.isHold()).isEqualTo(hold.equals("yes"));
    }

    @Test
    void theMostUrgentLevelComesFirst() {
        var levels = new ArrayList<String>();
        for (var level : FlagLevel.values()) {
            levels.add(level + " " + level.label());
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
    void aFlagNeedsADecisionUntilItIsDecided(FlagStatus status, String open) {
        assertThat(FlagStatus.AWAITING_DECISION.contains(status)).isEqualTo(open.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource
    void aFlagStatusFitsItsColumn(FlagStatus status) {
        assertThat(status.name()).hasSizeLessThanOrEqualTo(column("status"));
    }

    @ParameterizedTest(name = "yes to {0} at {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
        -,                            45, -
        -,                            70, -
        -,                            71, RF-FX-3c R
        RF-FX-3b,                     45, RF-FX-3b R
        RF-FX-2a,                     45, -
        RF-FX-2a RF-FX-2b,            45, -
        RF-FX-2a,                     71, RF-FX-2c U RF-FX-3c R
        RF-FX-2b RF-FX-3b,            45, RF-FX-2c U RF-FX-3b R
        RF-CES-4a,                    45, RF-CES-4a U
        RF-CES-4a RF-CES-2,           45, RF-CES-2 E RF-CES-4a E
        RF-CA-1a,                     45, RF-CA-1a R
        RF-CA-1b RF-CA-1c,            45, RF-CA-1b U
        RF-CA-1c,                     45, -
        RF-CA-2,                      45, RF-CA-2 R
        RF-CA-2 RF-CA-3b,             45, RF-CA-2 U RF-CA-3e C
        RF-CA-3b,                     45, RF-CA-3e C
        RF-CA-3a,                     45, -
        RF-CA-3a,                     51, RF-CA-3e C
        RF-CA-3a,                     19, RF-CA-3e C
        RF-CA-3a RF-CA-3b,            45, RF-CA-3e C
        RF-CA-3a RF-CA-3b,            51, RF-CA-3e R
        RF-CA-3c RF-CA-3d,            45, RF-CA-3e C
        RF-CA-3b RF-CA-3d,            45, RF-CA-3e R
        RF-INF-2c,                    45, RF-INF-2c R
        RF-INF-1 RF-INF-2c,           45, RF-INF-2c E RF-INF-1 U
        RF-AAA-1a,                    45, RF-AAA-1a U
        RF-AAA-1a RF-AAA-1d,          45, RF-AAA-1a E
        RF-AAA-1b,                    45, -
        RF-AAA-1b RF-AAA-1d,          45, RF-AAA-1e E
        RF-AAA-1f RF-AAA-1g,          65, -
        RF-INFL-1 RF-INFL-2 RF-INFL-3 RF-INFL-4, 45, -
        RF-INFL-1 RF-INFL-2 RF-INFL-3 RF-INFL-4 RF-INFL-6, 45, RF-INFL-7 R
        RF-INFL-2 RF-INFL-3 RF-INFL-4 RF-INFL-5 RF-INFL-6, 45, -
        RF-INFL-7,                    45, RF-INFL-7 R
        """)
    void theLevelFollowsFromAllAnswersTogether(String yes, int age, String findings) {
        var answers = new TreeMap<String, ScreeningAnswer>();
        RULES.asked().forEach(rule -> answers.put(rule.id(), ScreeningAnswer.NO));
        if (yes != null) {
            List.of(yes.split(" ")).forEach(id -> answers.put(id, ScreeningAnswer.YES));
        }
        assertThat(found(RULES.withAge(answers, TODAY.minusYears(age), TODAY)))
                .isEqualTo(findings == null ? "" : findings);
    }

    @Test
    void anUnknownAgeAnswersNoQuestion() {
        assertThat(RULES.withAge(Map.of(), null, TODAY)).isEmpty();
        assertThat(RULES.withAge(Map.of(), TODAY.minusYears(71).plusDays(1), TODAY))
                .containsEntry("RF-FX-3c", ScreeningAnswer.NO)
                .containsEntry("RF-AAA-1h", ScreeningAnswer.YES);
    }

    @ParameterizedTest(name = "yes to {0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
        RF-FX-3,             RF-FX-3 R
        RF-CES-4 RF-CES-2,   RF-CES-2 E RF-CES-4 E
        RF-INF-1 RF-INF-2,   RF-INF-2 E RF-INF-1 U
        RF-CA-3,             RF-CA-3 C
        """)
    void answersOfVersionOneStayReadableAndStillCount(String yes, String findings) {
        var answers = new TreeMap<String, ScreeningAnswer>();
        List.of(yes.split(" ")).forEach(id -> answers.put(id, ScreeningAnswer.YES));
        assertThat(found(answers)).isEqualTo(findings);
        assertThat(RULES.ofVersion("1").rules())
                .hasSize(18)
                .extracting(Rule::question)
                .allMatch(text -> text.endsWith("?"));
        assertThat(RULES.ofVersion("1").mustBeAsked()).hasSize(12);
        assertThat(RULES.ofVersion("")).isSameAs(RULES);
        assertThat(RULES.rule("RF-FX-3").orElseThrow().question())
                .isEqualTo("Long-term steroid use, age over 70, or known osteoporosis?");
        assertThat(RULES.versionOf(RULES.rule("RF-FX-3").orElseThrow())).isEqualTo("1");
        assertThat(RULES.versionOf(RULES.rule("RF-INF-1").orElseThrow())).isEqualTo("2");
    }

    private static String found(Map<String, ScreeningAnswer> answers) {
        return RULES.findings(answers).stream()
                .map(finding -> finding.rule().id() + " " + finding.level())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aQuestionThatWasNotAskedHasNoFinding() {
        assertThat(RULES.findings(Map.of())).isEmpty();
        assertThat(RULES.findings(Map.of("RF-CES-1", ScreeningAnswer.NOT_ASKED)))
                .isEmpty();
        assertThat(RULES.mustBeAsked()).extracting(Rule::level).containsOnly(FlagLevel.E, FlagLevel.U, null);
        assertThat(RULES.mustBeAsked()).hasSize(22);
        assertThat(RULES.asked().stream()
                        .filter(rule -> rule.level() != null && rule.level().isHold()))
                .as("every E and U is answered")
                .allMatch(RULES.mustBeAsked()::contains);
    }

    private static int column(String name) {
        return Migrations.length("red_flag", name);
    }

    private static ScreeningRules read() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var now = mapper.readValue(
                ScreeningRulesTest.class.getResourceAsStream("/clinical/red-flags.json"), ScreeningRules.class);
        var first = mapper.readValue(
                ScreeningRulesTest.class.getResourceAsStream("/clinical/red-flags-1.json"), ScreeningRules.class);
        return new ScreeningRules(now.version(), now.source(), now.approvedBy(), now.rules(), first);
    }
}
