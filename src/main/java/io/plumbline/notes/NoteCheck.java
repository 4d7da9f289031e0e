package io.plumbline.notes;

import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.shared.signing.SigningCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Contradictions in a session note. The author answers each in one line before signing. Each is a rule over the content
 * of the note and the record. Of an alert, a rule reads only the kind; its text is shown and never interpreted.
 */
enum NoteCheck {
    PRESSURE_ABOVE_LIMIT("steps of a massage session: the client states the limit throughout", facts -> {
        var pressure = facts.strongestPressure();
        var limit = facts.draft().stopAt();
        return pressure == null || limit == null || pressure <= limit
                ? Stream.of()
                : Stream.of("Pressure " + pressure + " is above the patient's limit of " + limit + ". Why?");
    }),
    WORSE_BUT_BETTER("least change of the numeric rating scale that means something: 2 points (Ostelo 2008)", facts -> {
        var before = facts.draft().painBefore();
        var after = facts.draft().painAfter();
        return before == null
                        || after == null
                        || facts.draft().response() != Response.BETTER
                        || after.score() - before.score() < 2
                ? Stream.of()
                : Stream.of("Pain rose from " + before.score() + " to " + after.score()
                        + ", and the response is Better. Why?");
    }),
    DEEP_PRESSURE_AGAINST_ALERT("massage: modify with blood thinners (light pressure), pregnancy, implants", facts -> {
        var deep = facts.deepPressure();
        return deep.isEmpty()
                ? Stream.of()
                : facts.alertsOf(Set.of(AlertKind.BLOOD_THINNERS, AlertKind.PREGNANCY, AlertKind.IMPLANT))
                        .map(alert -> sentence(alert) + " The note says " + deep + ". Why was it suitable?");
    }),
    ADJUSTMENT_AGAINST_ALERT(
            "thrust: anticoagulants are a relative contraindication",
            facts -> facts.draft().hasThrust()
                    ? facts.alertsOf(Set.of(AlertKind.BLOOD_THINNERS))
                            .map(alert -> sentence(alert) + " An adjustment is recorded. Why was it suitable?")
                    : Stream.of()),
    CONTRAINDICATED(
            "contraindications that stand from intake notes: Medicare Benefit Policy Manual ch. 15 §240.1.3 (thrust);"
                    + " clinic and education pages (massage)",
            facts -> facts.contraindicated()
                    .map(one -> "Contraindication: " + one.answer().name() + " (" + one.reach()
                            + "). The note records it all the same. "
                            + (one.isLocal() ? "How did you keep clear of the site?" : "Why was it suitable?"))),
    AREA_NOT_TO_TOUCH(
            "massage: local contraindications; the patient's alert",
            facts -> facts.draft().areas().isEmpty()
                            && !facts.draft().hasAdjustment()
                            && facts.draft().details().treatments().isEmpty()
                    ? Stream.of()
                    : facts.alertsOf(Set.of(AlertKind.AREA))
                            .map(alert -> sentence(alert) + " How did you keep clear of it?")),
    NOT_ADJUSTED(
            "what an adjustment visit is for",
            facts -> facts.service() == AppointmentType.ADJUSTMENT
                            && facts.draft().isAgreed(facts.service())
                            && !facts.draft().hasAdjustment()
                    ? Stream.of("Not adjusted, because")
                    : Stream.of()),
    NO_SIGNED_SCREEN(
            "red-flag screen: not asked is not no",
            facts -> facts.screened() || !facts.draft().isTreated(facts.service())
                    ? Stream.of()
                    : Stream.of("No signed red-flag screen is on record for this patient."
                            + " How did you screen before treating?"));

    private final String source;
    private final Function<NoteFacts, Stream<String>> questions;

    NoteCheck(String source, Function<NoteFacts, Stream<String>> questions) {
        this.source = source;
        this.questions = questions;
    }

    /** Returns the checks to answer before the note is signed, in the order of the form. */
    static List<SigningCheck> of(NoteFacts facts) {
        return Arrays.stream(values())
                .flatMap(
                        check -> check.questions.apply(facts).map(question -> new SigningCheck(check.name(), question)))
                .toList();
    }

    /** Returns the source of the rule. */
    String source() {
        return source;
    }

    private static String sentence(AlertRow alert) {
        var said = alert.sentence();
        return said.endsWith(".") ? said : said + ".";
    }
}
