package io.plumbline.records;

import java.util.Map;
import java.util.Set;

/**
 * Which values of a record are codes that a reader needs in words, by section and name. Every other value stands as it was
 * typed: a rule by the look of a text would change the words of a legal copy.
 */
final class RecordValueKinds {
    private static final Map<String, Set<String>> CODES = Map.ofEntries(
            Map.entry("person", Set.of("phoneKind")),
            Map.entry("alerts", Set.of("kind")),
            Map.entry("consents", Set.of("kind", "textLanguage", "givenBy", "givenWay")),
            Map.entry("redFlags", Set.of("status", "finding", "kind")),
            Map.entry(
                    "intakeNotes",
                    Set.of(
                            "status",
                            "outcome",
                            "quality",
                            "factor",
                            "severity",
                            "decision",
                            "pelvicTilt",
                            "shorterLeg",
                            "side",
                            "kind",
                            "language",
                            "safetyAnswers.answer")),
            Map.entry("onlineIntakes", Set.of("language", "by", "kind")),
            Map.entry(
                    "treatmentPlans",
                    Set.of(
                            "status",
                            "phase",
                            "toPhase",
                            "service",
                            "services",
                            "frequency",
                            "agreement",
                            "proposed",
                            "decided",
                            "reevaluation",
                            "course",
                            "fromStatus",
                            "toStatus",
                            "factors.code")),
            Map.entry("outcomeMeasures", Set.of("status")),
            Map.entry("adverseReactions", Set.of("suspected", "severity", "outcome", "kind")),
            Map.entry("amendmentRequests", Set.of("status", "denialBasis", "kind")),
            Map.entry("referrals", Set.of("priority", "status", "kind", "closeReason")),
            Map.entry("appointments", Set.of("service", "status")),
            Map.entry("checkoutOrders", Set.of("kind", "status")),
            Map.entry(
                    "sessionNotes",
                    Set.of(
                            "service",
                            "status",
                            "consent",
                            "response",
                            "safetyRecheck",
                            "modality",
                            "tissue",
                            "segment",
                            "phase",
                            "side",
                            "findings",
                            "technique",
                            "addenda.kind",
                            "cosignatures.decision")));

    /** Values that are regions of the body chart, one or several with spaces between them. */
    private static final Map<String, Set<String>> REGIONS = Map.of(
            "alerts", Set.of("regions"),
            "intakeNotes", Set.of("region", "radiatingTo"),
            "onlineIntakes", Set.of("region"),
            "sessionNotes", Set.of("region", "area"));

    /** Values that are rules of the red-flag screen. */
    private static final Map<String, Set<String>> RULES = Map.of(
            "redFlags", Set.of("rule"),
            "intakeNotes", Set.of("rule"),
            "sessionNotes", Set.of("safetyRule"));

    /** Values that are phone numbers. */
    private static final Map<String, Set<String>> PHONES =
            Map.of("person", Set.of("phone", "emergencyPhone"), "relatedPersons", Set.of("phone"));

    /** What the value of a name is. */
    enum Kind {
        /** A word of a list of choices. */
        CODE,
        /** Regions of the body chart. */
        REGION,
        /** A rule of the red-flag screen. */
        RULE,
        /** A phone number as it is stored. */
        PHONE,
        /** As it was typed. */
        TYPED
    }

    private RecordValueKinds() {}

    /**
     * Returns what a value is.
     *
     * @param section the section of the record
     * @param within the part or the structure in which the value stands; empty for a value of the row
     */
    static Kind of(String section, String within, String key) {
        if (has(RULES, section, within, key)) {
            return Kind.RULE;
        }
        if (has(PHONES, section, within, key)) {
            return Kind.PHONE;
        }
        if (has(REGIONS, section, within, key)) {
            return Kind.REGION;
        }
        return has(CODES, section, within, key) ? Kind.CODE : Kind.TYPED;
    }

    private static boolean has(Map<String, Set<String>> names, String section, String within, String key) {
        var known = names.getOrDefault(section, Set.of());
        return known.contains(key) || known.contains(within + "." + key);
    }
}
