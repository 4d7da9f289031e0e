package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.notes.NoteFacts.Safety;
import io.plumbline.notes.NoteReactions.OpenReaction;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertId;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.Contraindication.Agreement;
import io.plumbline.safety.contraindications.Contraindication.Level;
import io.plumbline.safety.contraindications.Contraindication.Technique;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentFinding;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SpineSegment;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.signing.AnsweredCheck;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.AnsweredChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What contradicts itself in a session note is asked before it is signed, and nothing else is. */
class NoteCheckTest {
    private static final Modalities MODALITIES = new Modalities(
            "test",
            "",
            List.of(
                    modality("SWEDISH", "Swedish massage", false, Discipline.MASSAGE_THERAPY),
                    modality("DEEP_TISSUE", "Deep tissue massage", true, Discipline.MASSAGE_THERAPY),
                    modality("CHIRO_ADJUST", "Adjustment", false, Discipline.CHIROPRACTIC),
                    modality("PILATES", "Pilates", false, Discipline.EXERCISE_THERAPY)),
            List.of());

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Safety KNOWN = Safety.on(TODAY, List.of("Mild", "Severe"));

    @ParameterizedTest(name = "{0}: pressure {1} of {2}, pain {3} to {4}, {5}, {6}, alert {7}, screened {8}: {9}")
    @CsvSource(nullValues = "-", textBlock = """
        MASSAGE,    3, 4, 6, 4, BETTER, SWEDISH,      -,              true,  -
        MASSAGE,    4, 4, 6, 7, BETTER, SWEDISH,      -,              true,  -
        MASSAGE,    5, 2, 6, 4, BETTER, SWEDISH,      -,              true,  PRESSURE_ABOVE_LIMIT
        MASSAGE,    5, -, 6, 4, BETTER, SWEDISH,      -,              true,  -
        MASSAGE,    -, 2, 6, 4, BETTER, SWEDISH,      -,              true,  -
        MASSAGE,    3, 4, 2, 3, BETTER, SWEDISH,      -,              true,  -
        MASSAGE,    3, 4, 2, 4, BETTER, SWEDISH,      -,              true,  WORSE_BUT_BETTER
        MASSAGE,    3, 4, 2, 9, WORSE,  SWEDISH,      -,              true,  WORSE_WITHOUT_REACTION
        MASSAGE,    3, 4, 2, 4, SAME,   SWEDISH,      -,              true,  WORSE_WITHOUT_REACTION
        MASSAGE,    3, 4, 2, 3, SAME,   SWEDISH,      -,              true,  -
        MASSAGE,    3, 4, 4, 4, WORSE,  SWEDISH,      -,              true,  WORSE_WITHOUT_REACTION
        MASSAGE,    3, 4, -, 9, WORSE,  SWEDISH,      -,              true,  WORSE_WITHOUT_REACTION
        EXERCISE,   -, -, 4, 6, SAME,   -,            -,              true,  WORSE_WITHOUT_REACTION
        MASSAGE,    3, 4, -, 9, BETTER, SWEDISH,      -,              true,  -
        MASSAGE,    3, 4, 6, 4, BETTER, SWEDISH,      BLOOD_THINNERS, true,  -
        MASSAGE,    3, 4, 6, 4, BETTER, DEEP_TISSUE,  BLOOD_THINNERS, true,  DEEP_PRESSURE_AGAINST_ALERT
        MASSAGE,    4, 4, 6, 4, BETTER, SWEDISH,      BLOOD_THINNERS, true,  DEEP_PRESSURE_AGAINST_ALERT
        MASSAGE,    3, 4, 6, 4, BETTER, DEEP_TISSUE,  PREGNANCY,      true,  DEEP_PRESSURE_AGAINST_ALERT
        MASSAGE,    3, 4, 6, 4, BETTER, DEEP_TISSUE,  IMPLANT,        true,  DEEP_PRESSURE_AGAINST_ALERT
        MASSAGE,    3, 4, 6, 4, BETTER, DEEP_TISSUE,  PREFERENCE,     true,  -
        MASSAGE,    3, 4, 6, 4, BETTER, DEEP_TISSUE,  -,              true,  -
        MASSAGE,    3, 4, 6, 4, BETTER, SWEDISH,      AREA,           true,  AREA_NOT_TO_TOUCH
        MASSAGE,    3, 4, 6, 4, BETTER, SWEDISH,      -,              false, NO_SIGNED_SCREEN
        ADJUSTMENT, -, -, 6, 4, BETTER, CHIRO_ADJUST, -,              true,  -
        ADJUSTMENT, -, -, 6, 4, BETTER, SWEDISH,      -,              true,  NOT_ADJUSTED
        ADJUSTMENT, -, -, 6, 4, BETTER, -,            -,              false, NOT_ADJUSTED
        ADJUSTMENT, -, -, 6, 4, BETTER, CHIRO_ADJUST, BLOOD_THINNERS, true,  ADJUSTMENT_AGAINST_ALERT
        EXERCISE,   -, -, 6, 4, BETTER, -,            -,              true,  -
        EXERCISE,   -, -, 6, 4, BETTER, -,            -,              false, NO_SIGNED_SCREEN
        EXERCISE,   -, -, 6, 4, BETTER, -,            AREA,           true,  -
        MASSAGE,    5, 2, 2, 9, BETTER, DEEP_TISSUE,  BLOOD_THINNERS, false, PRESSURE_ABOVE_LIMIT WORSE_BUT_BETTER DEEP_PRESSURE_AGAINST_ALERT NO_SIGNED_SCREEN
        """)
    void onlyContradictionsRaiseASigningCheck(
            AppointmentType service,
            @Nullable Integer pressure,
            @Nullable Integer limit,
            @Nullable Integer before,
            @Nullable Integer after,
            Response response,
            @Nullable String modality,
            @Nullable AlertKind alert,
            boolean screened,
            @Nullable String asked) {
        var draft = draft(ConsentToday.GIVEN, pressure, limit, before, after, response, modality);
        var facts = new NoteFacts(
                service,
                draft,
                alert == null ? List.of() : List.of(alert(alert)),
                List.of(),
                screened,
                MODALITIES,
                KNOWN);
        assertThat(NoteCheck.of(facts))
                .extracting(SigningCheck::code)
                .containsExactly(asked == null ? new String[0] : asked.split(" "));
    }

    @ParameterizedTest(name = "{0} with {1}: {2}, {3}, its alert {4}, alert {5}")
    @CsvSource(nullValues = "-", textBlock = """
        ADJUSTMENT, CHIRO_ADJUST, THRUST,          ABSOLUTE, -,              -,              Why was it suitable?
        ADJUSTMENT, CHIRO_ADJUST, THRUST,          RELATIVE, BLOOD_THINNERS, -,              Why was it suitable?
        ADJUSTMENT, CHIRO_ADJUST, THRUST,          RELATIVE, BLOOD_THINNERS, BLOOD_THINNERS, -
        ADJUSTMENT, CHIRO_ADJUST, MASSAGE_ANY,     ABSOLUTE, -,              -,              -
        MASSAGE,    SWEDISH,      THRUST,          ABSOLUTE, -,              -,              -
        MASSAGE,    SWEDISH,      MASSAGE_ANY,     ABSOLUTE, -,              -,              Why was it suitable?
        MASSAGE,    SWEDISH,      MASSAGE_ANY,     LOCAL,    -,              -,              How did you keep clear of the site?
        MASSAGE,    SWEDISH,      DEEP_PRESSURE,   RELATIVE, -,              -,              -
        MASSAGE,    DEEP_TISSUE,  DEEP_PRESSURE,   RELATIVE, -,              -,              Why was it suitable?
        EXERCISE,   PILATES,      MASSAGE_ANY,     ABSOLUTE, -,              -,              -
        """)
    void whatStandsAgainstARecordedTechniqueIsAsked(
            AppointmentType service,
            String modality,
            Technique technique,
            Level level,
            @Nullable AlertKind ofRule,
            @Nullable AlertKind alert,
            @Nullable String asked) {
        var facts = new NoteFacts(
                service,
                draft(ConsentToday.GIVEN, 2, null, null, null, Response.BETTER, modality),
                alert == null ? List.of() : List.of(alert(alert)),
                List.of(standing(technique, level, ofRule)),
                true,
                MODALITIES,
                KNOWN);
        assertThat(NoteCheck.of(facts))
                .filteredOn(check -> check.code().equals("CONTRAINDICATED"))
                .extracting(SigningCheck::question)
                .containsExactlyElementsOf(
                        asked == null
                                ? List.of()
                                : List.of("Contraindication: Deep vein thrombosis (" + technique.label() + ", "
                                        + level.label().toLowerCase(Locale.ROOT)
                                        + "). The note records it anyway. " + asked));
    }

    @ParameterizedTest(name = "{0}, pressure {1}, {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        BLOOD_THINNERS | 5 | SWEDISH     | Was lighter than recorded; Agreed with the prescriber; Should not have been done
        BLOOD_THINNERS | 2 | DEEP_TISSUE | Agreed with the prescriber; Should not have been done
        PREGNANCY      | 5 | SWEDISH     | Was lighter than recorded; Agreed with the treating physician; Should not have been done; Another reason
        OIL_ALLERGY    | 2 | SWEDISH     | Worked without it; Should not have been done; Another reason
        AREA           | 2 | SWEDISH     | Avoided the area; Should not have been done; Another reason
        """)
    void theChoicesFitTheAlert(AlertKind kind, int pressure, String modality, String choices) {
        var draft = draft(ConsentToday.GIVEN, pressure, null, null, null, Response.BETTER, modality);
        assertThat(NoteCheck.of(new NoteFacts(
                        AppointmentType.MASSAGE, draft, List.of(alert(kind)), List.of(), true, MODALITIES, KNOWN)))
                .singleElement()
                .satisfies(check -> assertThat(check.choices())
                        .extracting(CheckChoice::label)
                        .containsExactly(choices.split("; ", -1)));
    }

    /** The note treats the lumbar spine on the left. */
    @ParameterizedTest(name = "{0} at {1}, {2}, pressure {3}: {4}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        AREA           | -                         | MASSAGE    | 2 | AREA_NOT_TO_TOUCH
        AREA           | back-lumbar-left          | MASSAGE    | 2 | AREA_NOT_TO_TOUCH
        AREA           | back-shoulder-blade-right | MASSAGE    | 2 | -
        AREA           | back-shoulder-blade-right | MASSAGE    | 5 | -
        AREA           | back-shoulder-blade-right | ADJUSTMENT | - | -
        AREA           | back-lumbar-right         | ADJUSTMENT | - | AREA_NOT_TO_TOUCH
        IMPLANT        | -                         | MASSAGE    | 5 | DEEP_PRESSURE_AGAINST_ALERT
        IMPLANT        | front-knee-left           | MASSAGE    | 5 | -
        IMPLANT        | back-lumbar-left          | MASSAGE    | 5 | DEEP_PRESSURE_AGAINST_ALERT
        IMPLANT        | back-lumbar-left          | MASSAGE    | 2 | -
        IMPLANT        | -                         | ADJUSTMENT | - | ADJUSTMENT_AGAINST_ALERT
        IMPLANT        | front-knee-left           | ADJUSTMENT | - | -
        IMPLANT        | back-lumbar-left          | ADJUSTMENT | - | ADJUSTMENT_AGAINST_ALERT
        BLOOD_THINNERS | -                         | MASSAGE    | 5 | DEEP_PRESSURE_AGAINST_ALERT
        BLOOD_THINNERS | -                         | ADJUSTMENT | - | ADJUSTMENT_AGAINST_ALERT
        PREGNANCY      | -                         | MASSAGE    | 5 | DEEP_PRESSURE_AGAINST_ALERT
        PREGNANCY      | -                         | ADJUSTMENT | - | ADJUSTMENT_AGAINST_ALERT
        OIL_ALLERGY    | -                         | MASSAGE    | 2 | ALLERGY_TO_WHAT_IS_USED
        OIL_ALLERGY    | -                         | ADJUSTMENT | - | -
        LATEX_ALLERGY  | -                         | MASSAGE    | 5 | -
        PREFERENCE     | -                         | MASSAGE    | 5 | -
        """)
    void anAlertOfTheWholeBodyIsAskedAboutAlwaysAndOneOfARegionWhereItIsTreated(
            AlertKind kind,
            @Nullable String region,
            AppointmentType service,
            @Nullable Integer pressure,
            @Nullable String asked) {
        var isMassage = service == AppointmentType.MASSAGE;
        var draft = draft(ConsentToday.GIVEN, pressure, null, 6, 4, Response.BETTER, isMassage ? "SWEDISH" : null);
        var adjusted = draft.withDetails(draft.details().withSegments(rows("L5 PR HVLA"), ""));
        var alert = alert(kind, region == null ? Set.of() : Set.of(new BodyRegion(region)));
        var facts = new NoteFacts(
                service, isMassage ? draft : adjusted, List.of(alert), List.of(), true, MODALITIES, KNOWN);
        assertThat(NoteCheck.of(facts))
                .extracting(SigningCheck::code)
                .containsExactlyElementsOf(asked == null ? List.of() : List.of(asked));
    }

    @Test
    void aReactionThatIsRecordedIsNotAskedForAgain() {
        var draft = draft(ConsentToday.GIVEN, 3, null, 2, 9, Response.WORSE, "SWEDISH");
        var facts = facts(draft, new Safety(TODAY, List.of("Mild"), true, List.of(), List.of(), List.of()));
        assertThat(NoteCheck.of(facts)).isEmpty();
    }

    @ParameterizedTest(name = "pressure {0}, {1}, reaction in {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        2 | SWEDISH      | -                                                            | -
        5 | SWEDISH      | -                                                            | AGAINST_REACTION
        2 | DEEP_TISSUE  | -                                                            | AGAINST_REACTION
        2 | DEEP_TISSUE  | Lumbar paraspinals, left                                     | AGAINST_REACTION
        2 | DEEP_TISSUE  | Shoulder blade, right                                        | -
        2 | DEEP_TISSUE  | Shoulder blade, right; Sacrum                                | -
        2 | DEEP_TISSUE  | Shoulder blade, right and further down                       | AGAINST_REACTION
        2 | CHIRO_ADJUST | Lumbar paraspinals, left                                     | AGAINST_REACTION
        """)
    void deepWorkAndThrustAgainstAnOpenReactionAreAskedInItsArea(
            int pressure, String modality, @Nullable String area, @Nullable String asked) {
        var draft = draft(ConsentToday.GIVEN, pressure, null, 6, 4, Response.BETTER, modality);
        var facts = facts(
                draft,
                new Safety(
                        TODAY,
                        List.of("Mild"),
                        false,
                        List.of(reaction(area == null ? "" : area)),
                        List.of(),
                        List.of()));
        assertThat(NoteCheck.of(facts))
                .extracting(SigningCheck::code)
                .containsExactlyElementsOf(asked == null ? List.of() : List.of(asked));
    }

    @Test
    void deepWorkAndThrustUnderAFlagOfLevelRAreAsked() {
        var known = new Safety(TODAY, List.of("Mild"), false, List.of(), List.of("Known osteoporosis?"), List.of());
        for (var modality : List.of("DEEP_TISSUE", "CHIRO_ADJUST")) {
            var draft = draft(ConsentToday.GIVEN, 2, null, 6, 4, Response.BETTER, modality);
            assertThat(NoteCheck.of(facts(draft, known)))
                    .extracting(SigningCheck::question)
                    .containsExactly("Red flag of level R, open: Known osteoporosis? The note says "
                            + (modality.equals("DEEP_TISSUE") ? "Deep tissue massage" : "an adjustment by thrust")
                            + ". Why was it suitable?");
        }
        assertThat(NoteCheck.of(facts(draft(ConsentToday.GIVEN, 2, null, 6, 4, Response.BETTER, "SWEDISH"), known)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        L5 PR HVLA                               | -
        L5 A HVLA                                | Lumbar
        L5 PT HVLA                               | Lumbar
        L5 - HVLA                                | Lumbar
        L5 P HVLA, L4 R DROP                     | -
        L5 PA HVLA, L4 - DROP                    | -
        L5 P HVLA, L3 R -                        | -
        L5 P -                                   | -
        C0 PR MOBILIZATION, T4 P MOBILIZATION    | Thoracic
        C2 T HVLA, SI PR DROP, P - INSTRUMENT    | Cervical
        C2 - HVLA, T1 - HVLA, S - HVLA, P - DROP | Cervical, Thoracic, Sacral, Pelvic
        """)
    void anAdjustedRegionHasTwoFindingsOneOfThemAOrR(String segments, @Nullable String lacking) {
        var draft = NoteDraft.EMPTY.withDetails(NoteDraft.EMPTY.details().withSegments(rows(segments), ""));
        var facts = new NoteFacts(AppointmentType.ADJUSTMENT, draft, List.of(), List.of(), true, MODALITIES, KNOWN);
        assertThat(NoteCheck.of(facts))
                .filteredOn(check -> check.code().equals("ADJUSTED_WITHOUT_FINDINGS"))
                .extracting(SigningCheck::question)
                .as("once a note")
                .containsExactlyElementsOf(
                        lacking == null
                                ? List.of()
                                : List.of("Adjusted without two findings of P.A.R.T., one of them A or R: " + lacking
                                        + ". What did you find there?"));
    }

    /** Reads segments, each with its findings by letter or a dash, and its technique or a dash. */
    private static List<SegmentRow> rows(String segments) {
        return Arrays.stream(segments.split(", ", -1))
                .map(one -> one.split(" ", -1))
                .map(words -> new SegmentRow(
                        SpineSegment.find(words[0]).orElseThrow(),
                        BodySide.LEFT,
                        Arrays.stream(SegmentFinding.values())
                                .filter(finding -> words[1].contains(finding.letter()))
                                .collect(Collectors.toSet()),
                        "",
                        words[2].equals("-") ? null : AdjustmentTechnique.valueOf(words[2]),
                        null))
                .toList();
    }

    @Test
    void exercisesWithACautionAreAskedAboutOnceInAFirstSession() {
        var known = new Safety(
                TODAY,
                List.of("Mild"),
                false,
                List.of(),
                List.of(),
                List.of("Deadlift (after weeks of easier work)", "Superman (Avoid hyperextension.)"));
        assertThat(NoteCheck.of(facts(draft(ConsentToday.GIVEN, 2, null, 6, 4, Response.BETTER, "SWEDISH"), known)))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.question())
                            .isEqualTo("First exercise session: Deadlift (after weeks of easier work), Superman (Avoid"
                                    + " hyperextension.). Why was it suitable this early?");
                    assertThat(check.choices())
                            .extracting(CheckChoice::label)
                            .containsExactly(
                                    "Form checked, without load", "Should not have been done", "Another reason");
                });
    }

    private static NoteFacts facts(NoteDraft draft, Safety safety) {
        return new NoteFacts(AppointmentType.MASSAGE, draft, List.of(), List.of(), true, MODALITIES, safety);
    }

    private static OpenReaction reaction(String area) {
        return new OpenReaction("A bruise where the pressure was deepest", TODAY.minusDays(9), area);
    }

    @Test
    void theQuestionNamesTheContradiction() {
        var draft = draft(ConsentToday.GIVEN, 5, 2, 2, 9, Response.BETTER, "DEEP_TISSUE");
        var facts = new NoteFacts(
                AppointmentType.MASSAGE,
                draft,
                List.of(alert(AlertKind.BLOOD_THINNERS)),
                List.of(),
                true,
                MODALITIES,
                KNOWN);
        assertThat(NoteCheck.of(facts))
                .extracting(SigningCheck::question)
                .containsExactly(
                        "Pressure 5 is above the patient's limit of 2. Why?",
                        "Pain rose from 2 to 9, and the response is Better. Why?",
                        "Takes blood thinners: as told. The note says Deep tissue massage, pressure 5. Why was it"
                                + " suitable?");
    }

    @Test
    void aNoteWithoutConsentRaisesNoTreatmentChecks() {
        var draft = draft(ConsentToday.NOT_GIVEN, null, null, null, null, null, null);
        for (var service : AppointmentType.treatments()) {
            assertThat(NoteCheck.of(new NoteFacts(service, draft, List.of(), List.of(), false, MODALITIES, KNOWN)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(NoteCheck.class)
    void everyCheckNamesItsSourceAndFitsItsColumn(NoteCheck check) {
        assertThat(check.source()).isNotBlank();
        assertThat(check.name()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void anAnswerCountsOnlyForTheQuestionThatWasAsked() {
        var check = new SigningCheck("PRESSURE_ABOVE_LIMIT", "Pressure 5 is above the patient's limit of 2. Why?");
        var reply = check.answered("  She asked for more  ");
        var asOfBefore = new CheckReply(
                check.code(), "Pressure 4 is above the patient's limit of 2. Why?", "", List.of(), "She wanted it");
        assertThat(AnsweredCheck.answers(SigningCheck.answersTo(List.of(check), List.of(asOfBefore, reply))))
                .containsExactly(new CheckAnswer(check.code(), check.question(), "She asked for more"));
        assertThatThrownBy(() -> SigningCheck.answersTo(List.of(check), List.of(asOfBefore)))
                .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> assertThat(asked.checks())
                        .containsExactly(check));
        assertThat(SigningCheck.answersTo(List.of(), List.of(reply)))
                .as("what was not asked is not kept")
                .isEmpty();
        for (var nothing : List.of("", "  ", "\u2800", ".", "ok ok")) {
            assertThatThrownBy(() -> SigningCheck.answersTo(List.of(check), List.of(check.answered(nothing))))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> check.answered("x".repeat(201))).isInstanceOf(Refused.class);
    }

    /** Whatever a note says, each of its questions fits its column, is asked once, and an answer to all of them signs. */
    @Test
    void anyNoteWithAllItsChecksAnsweredCanBeSigned() {
        var random = new Random(20261122);
        for (int i = 0; i < 2000; i++) {
            var services = AppointmentType.treatments();
            var draft = draft(
                    one(random, ConsentToday.values()),
                    orNone(random, 1, 5),
                    orNone(random, 1, 5),
                    orNone(random, 0, 10),
                    orNone(random, 0, 10),
                    one(random, Response.values()),
                    one(random, "SWEDISH", "DEEP_TISSUE", "CHIRO_ADJUST", "GONE"));
            var alerts = Stream.generate(() -> alert(one(random, AlertKind.values())))
                    .limit(random.nextInt(4))
                    .toList();
            var standing = Stream.generate(() -> standing(
                            one(random, Technique.values()),
                            one(random, Level.values()),
                            random.nextBoolean() ? one(random, AlertKind.values()) : null))
                    .limit(random.nextInt(2))
                    .toList();
            var facts = new NoteFacts(
                    services.get(random.nextInt(services.size())),
                    draft,
                    alerts,
                    standing,
                    random.nextBoolean(),
                    MODALITIES,
                    new Safety(
                            TODAY,
                            List.of("Mild", "Severe"),
                            random.nextBoolean(),
                            random.nextBoolean() ? List.of() : List.of(reaction(""), reaction("x".repeat(120))),
                            random.nextBoolean() ? List.of() : List.of("Known osteoporosis?"),
                            random.nextBoolean() ? List.of() : List.of("Superman (" + "x".repeat(400) + ")")));
            var checks = NoteCheck.of(facts);
            assertThat(checks)
                    .allSatisfy(
                            check -> assertThat(check.question()).isNotBlank().hasSizeLessThanOrEqualTo(400));
            assertThat(SigningCheck.answersTo(checks, AnsweredChecks.replies(checks)))
                    .hasSameSizeAs(checks);
            for (var check : checks) {
                for (var choice : check.choices()) {
                    assertThat(SigningCheck.answersTo(List.of(check), List.of(AnsweredChecks.chosen(check, choice))))
                            .as("%s: %s", check.question(), choice.label())
                            .hasSize(1);
                }
            }
            assertThat(checks.stream().anyMatch(check -> check.code().equals("PRESSURE_ABOVE_LIMIT")))
                    .isEqualTo(draft.pressure() != null && draft.stopAt() != null && draft.pressure() > draft.stopAt());
        }
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return Arrays.asList(of).get(random.nextInt(of.length));
    }

    private static @Nullable Integer orNone(Random random, int from, int to) {
        return random.nextInt(5) == 0 ? null : from + random.nextInt(to - from + 1);
    }

    private static NoteDraft draft(
            ConsentToday consent,
            @Nullable Integer pressure,
            @Nullable Integer limit,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable Response response,
            @Nullable String modality) {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                consent,
                Pain.of(before),
                modality == null ? List.of() : List.of(new BodyRegion("back-lumbar-left")),
                modality == null ? Set.of() : Set.of(modality),
                pressure,
                limit,
                45,
                Pain.of(after),
                response,
                "",
                "",
                "Again in a week");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        THRUST      | RELATIVE | SURGEON    | Agreed with the surgeon or physician; Should not have been done
        THRUST      | RELATIVE | PRESCRIBER | Agreed with the prescriber; Should not have been done
        THRUST      | ABSOLUTE | -          | Agreed with the treating physician; Should not have been done; Another reason
        THRUST      | LOCAL    | -          | Avoided the area; Should not have been done; Another reason
        """)
    void theChoicesFitTheContraindication(
            Technique technique, Level level, @Nullable Agreement agreement, String choices) {
        var draft = draft(ConsentToday.GIVEN, 2, null, null, null, Response.BETTER, "CHIRO_ADJUST");
        assertThat(NoteCheck.of(new NoteFacts(
                        AppointmentType.ADJUSTMENT,
                        draft,
                        List.of(),
                        List.of(standing(technique, level, null, agreement)),
                        true,
                        MODALITIES,
                        KNOWN)))
                .singleElement()
                .satisfies(check -> assertThat(check.choices())
                        .extracting(CheckChoice::label)
                        .containsExactly(choices.split("; ", -1)));
    }

    private static StandingContraindication standing(Technique technique, Level level, @Nullable AlertKind alert) {
        return standing(technique, level, alert, null);
    }

    private static StandingContraindication standing(
            Technique technique, Level level, @Nullable AlertKind alert, @Nullable Agreement agreement) {
        var rule = new Contraindication(
                "DVT",
                "Deep vein thrombosis",
                technique,
                level,
                null,
                "test",
                null,
                List.of(),
                List.of(),
                alert,
                agreement,
                null,
                null);
        return new StandingContraindication(
                rule.code(),
                new ContraindicationAnswer(rule.name(), Decision.CONFIRMED, "", "1"),
                rule,
                new IntakeId(UUID.fromString("00000000-0000-0000-0000-000000000002")),
                new ClinicId(UUID.fromString("00000000-0000-0000-0000-000000000003")),
                Instant.parse("2026-11-01T10:00:00Z"));
    }

    private static AlertRow alert(AlertKind kind) {
        return alert(kind, Set.of());
    }

    private static AlertRow alert(AlertKind kind, Set<BodyRegion> regions) {
        return new AlertRow(
                new AlertId(UUID.fromString("00000000-0000-0000-0000-000000000001")),
                0,
                kind,
                "as told",
                regions,
                AlertAudience.CLINICIANS,
                LocalDate.of(2026, 11, 1),
                null,
                Instant.parse("2026-11-01T10:00:00Z"),
                "Ada Novak",
                true);
    }

    private static Modalities.Modality modality(String code, String name, boolean deep, Discipline discipline) {
        return new Modalities.Modality(code, name, "", List.of(discipline), deep);
    }
}
