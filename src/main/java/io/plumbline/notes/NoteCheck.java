package io.plumbline.notes;

import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SpineRegion;
import io.plumbline.shared.Dates;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.SigningCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contradictions in a session note. The author answers each before signing, by a choice that has a consequence or, where
 * it says so, in words. Each is a rule over the content of the note and the record. Of an alert, a rule reads only the
 * kind and its regions; its text is shown and never interpreted.
 */
enum NoteCheck {
    PRESSURE_ABOVE_LIMIT("steps of a massage session: the client states the limit throughout", facts -> {
        var pressure = facts.strongestPressure();
        var limit = facts.draft().stopAt();
        return pressure == null || limit == null || pressure <= limit
                ? Stream.of()
                : Stream.of(new Asked(
                        "Pressure " + pressure + " is above the patient's limit of " + limit + ". Why?",
                        List.of(
                                NoteChoice.lighter(facts, limit),
                                NoteChoice.SHOULD_NOT.offered(facts),
                                NoteChoice.REASON.offered(facts))));
    }),
    WORSE_BUT_BETTER(
            "least change of the numeric rating scale that means something: 2 points (Ostelo 2008)",
            facts -> facts.draft().response() == Response.BETTER && facts.isPainHigher()
                    ? Stream.of(new Asked(facts.painRise() + ", and the response is Better. Why?", whyWorse(facts)))
                    : Stream.of()),
    WORSE_WITHOUT_REACTION(
            "clinical facts §10.2: pain higher by 2 or more after a session, or Worse",
            facts -> facts.isWorse()
                            && facts.draft().response() != Response.BETTER
                            && !facts.safety().isReactionRecorded()
                    ? Stream.of(new Asked(
                            (facts.isPainHigher() ? facts.painRise() : "The response is Worse")
                                    + ", and no adverse reaction is recorded. What was it?",
                            whyWorse(facts)))
                    : Stream.of()),
    DEEP_PRESSURE_AGAINST_ALERT("massage: modify with blood thinners (light pressure), pregnancy, implants", facts -> {
        var deep = facts.deepPressure();
        return deep.isEmpty()
                ? Stream.of()
                : facts.alertsOfStrongWork()
                        .map(alert -> new Asked(
                                sentence(alert) + " The note says " + deep + ". Why was it suitable?",
                                agreedOr(alert, facts, facts.lighter())));
    }),
    ADJUSTMENT_AGAINST_ALERT(
            "thrust: anticoagulants are a relative contraindication; an alert of the whole body is asked about always",
            facts -> facts.draft().hasThrust()
                    ? facts.alertsOfStrongWork()
                            .map(alert -> new Asked(
                                    sentence(alert) + " An adjustment is recorded. Why was it suitable?",
                                    agreedOr(alert, facts, Stream.of())))
                    : Stream.of()),
    ALLERGY_TO_WHAT_IS_USED("massage: modify with an allergy to oils", facts -> {
        var massages = facts.massages();
        return massages.isEmpty()
                ? Stream.of()
                : facts.alertsOf(Set.of(AlertKind.OIL_ALLERGY))
                        .map(alert -> new Asked(
                                sentence(alert) + " The note says " + massages + ". What was used?",
                                List.of(
                                        NoteChoice.WITHOUT_IT.offered(facts),
                                        NoteChoice.SHOULD_NOT.offered(facts),
                                        NoteChoice.REASON.offered(facts))));
    }),
    AGAINST_REACTION("clinical facts §10.2: open adverse reaction in an area", facts -> facts.reactionsTouched()
            .map(reaction -> new Asked(
                    "Open adverse reaction since " + Dates.dayAndYear(reaction.beganOn()) + ": "
                            + quoted(reaction.description()) + " The note says " + facts.strongWork()
                            + ". Why was it suitable?",
                    Stream.concat(
                                    facts.lighter(),
                                    Stream.of(NoteChoice.SHOULD_NOT.offered(facts), NoteChoice.REASON.offered(facts)))
                            .toList()))),
    AGAINST_FLAG(
            "clinical facts §10.2: red flag of level R, no thrust and no deep pressure until decided",
            facts -> facts.strongWork().isEmpty()
                    ? Stream.of()
                    : facts.safety().flags().stream()
                            .map(flag -> new Asked(
                                    "Red flag of level R, open: " + quoted(flag) + " The note says "
                                            + facts.strongWork() + ". Why was it suitable?",
                                    byPhysician(facts, facts.lighter())))),
    CONTRAINDICATED(
            "contraindications that stand from intake notes: Medicare Benefit Policy Manual ch. 15 §240.1.3 (thrust);"
                    + " clinic and education pages (massage)",
            facts -> facts.contraindicated()
                    .map(one -> new Asked(
                            "Contraindication: " + one.answer().name() + " (" + one.reach()
                                    + "). The note records it anyway. "
                                    + (one.isLocal() ? "How did you keep clear of the site?" : "Why was it suitable?"),
                            against(one, facts)))),
    AREA_NOT_TO_TOUCH(
            "massage: local contraindications; the patient's alert",
            facts -> facts.draft().areas().isEmpty()
                            && !facts.draft().hasAdjustment()
                            && facts.draft().details().treatments().isEmpty()
                    ? Stream.of()
                    : facts.treatedAlertsOf(AlertKind.AREA)
                            .map(alert ->
                                    new Asked(sentence(alert) + " How did you keep clear of it?", keptClear(facts)))),
    ADJUSTED_WITHOUT_FINDINGS(
            "clinical facts §10.2: at least two of P.A.R.T. at each adjusted region, one of them A or R (Medicare Benefit"
                    + " Policy Manual ch. 15 §240.1.2)",
            facts -> {
                var regions = facts.draft().details().regionsWithoutFindings();
                return regions.isEmpty()
                        ? Stream.of()
                        : Stream.of(Asked.inWords("Adjusted without two findings of P.A.R.T., one of them A or R: "
                                + regions.stream().map(SpineRegion::label).collect(Collectors.joining(", "))
                                + ". What did you find there?"));
            }),
    FIRST_SESSION_EXERCISE(
            "clinical facts §10.5: first session, technique before load",
            facts -> facts.safety().cautious().isEmpty()
                    ? Stream.of()
                    : Stream.of(new Asked(
                            "First exercise session: "
                                    + listed(facts.safety().cautious())
                                    + " Why was it suitable this early?",
                            List.of(
                                    NoteChoice.FORM_CHECKED.offered(facts),
                                    NoteChoice.SHOULD_NOT.offered(facts),
                                    NoteChoice.REASON.offered(facts))))),
    NOT_ADJUSTED(
            "what an adjustment visit is for",
            facts -> facts.service() == AppointmentType.ADJUSTMENT
                            && facts.draft().isAgreed(facts.service())
                            && !facts.draft().hasAdjustment()
                    ? Stream.of(Asked.inWords("Not adjusted, because"))
                    : Stream.of()),
    NO_SIGNED_SCREEN(
            "red-flag screen: not asked is not no",
            facts -> facts.screened() || !facts.draft().isTreated(facts.service())
                    ? Stream.of()
                    : Stream.of(Asked.inWords("No signed red-flag screen is on record for this patient."
                            + " How did you screen before treating?")));

    private static final int LONGEST_QUOTE = 150;
    private static final int LONGEST_LIST = 320;

    private final String source;
    private final Function<NoteFacts, Stream<Asked>> questions;

    /** A question with its choices. */
    private record Asked(String question, List<CheckChoice> choices) {
        static Asked inWords(String question) {
            return new Asked(question, List.of());
        }
    }

    NoteCheck(String source, Function<NoteFacts, Stream<Asked>> questions) {
        this.source = source;
        this.questions = questions;
    }

    /** Returns the checks to answer before the note is signed, in the order of the form. */
    static List<SigningCheck> of(NoteFacts facts) {
        return Arrays.stream(values())
                .flatMap(check -> check.questions
                        .apply(facts)
                        .map(asked -> new SigningCheck(check.name(), asked.question(), asked.choices())))
                .distinct()
                .toList();
    }

    /** Returns the source of the rule. */
    String source() {
        return source;
    }

    /** Blood thinners: agreed with the prescriber, or it was not or should not have been done. */
    private static List<CheckChoice> byPrescriber(NoteFacts facts, Stream<CheckChoice> lighter) {
        return Stream.concat(
                        lighter,
                        Stream.of(NoteChoice.PRESCRIBER_AGREED.offered(facts), NoteChoice.SHOULD_NOT.offered(facts)))
                .toList();
    }

    private static List<CheckChoice> agreedOr(AlertRow alert, NoteFacts facts, Stream<CheckChoice> lighter) {
        return alert.kind() == AlertKind.BLOOD_THINNERS ? byPrescriber(facts, lighter) : byPhysician(facts, lighter);
    }

    private static List<CheckChoice> byPhysician(NoteFacts facts, Stream<CheckChoice> lighter) {
        return Stream.concat(
                        lighter,
                        Stream.of(
                                NoteChoice.PHYSICIAN_AGREED.offered(facts),
                                NoteChoice.SHOULD_NOT.offered(facts),
                                NoteChoice.REASON.offered(facts)))
                .toList();
    }

    private static List<CheckChoice> against(StandingContraindication one, NoteFacts facts) {
        var rule = one.rule();
        if (rule == null || rule.agreement() == null) {
            return one.isLocal() ? keptClear(facts) : byPhysician(facts, facts.lighterAgainst(one));
        }
        return switch (rule.agreement()) {
            case PRESCRIBER -> byPrescriber(facts, facts.lighterAgainst(one));
            case SURGEON -> List.of(NoteChoice.SURGEON_AGREED.offered(facts), NoteChoice.SHOULD_NOT.offered(facts));
        };
    }

    private static List<CheckChoice> keptClear(NoteFacts facts) {
        return List.of(
                NoteChoice.KEPT_CLEAR.offered(facts),
                NoteChoice.SHOULD_NOT.offered(facts),
                NoteChoice.REASON.offered(facts));
    }

    private static List<CheckChoice> whyWorse(NoteFacts facts) {
        var reaction = facts.safety().isReactionRecorded()
                ? Stream.<CheckChoice>of()
                : Stream.of(NoteChoice.REACTION.offered(facts));
        return Stream.concat(reaction, Stream.of(NoteChoice.SORENESS.offered(facts), NoteChoice.REASON.offered(facts)))
                .toList();
    }

    private static String sentence(AlertRow alert) {
        return ended(alert.sentence());
    }

    private static String quoted(String text) {
        return cut(text, LONGEST_QUOTE);
    }

    private static String listed(List<String> rows) {
        return cut(String.join(", ", rows), LONGEST_LIST);
    }

    private static String cut(String text, int most) {
        return ended(text.length() <= most ? text : text.substring(0, most).strip() + "…");
    }

    private static String ended(String said) {
        return said.endsWith(".") || said.endsWith("?") || said.endsWith("…") ? said : said + ".";
    }
}
