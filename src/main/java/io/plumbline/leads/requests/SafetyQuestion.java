package io.plumbline.leads.requests;

import java.util.Arrays;
import java.util.List;

/** The five optional safety questions of the public form, by their rule of the red-flag screen. */
public enum SafetyQuestion {
    SADDLE("RF-CES-1"),
    BLADDER_OR_BOWEL("RF-CES-2"),
    BOTH_LEGS("RF-CES-3"),
    MAJOR_TRAUMA("RF-FX-1"),
    INFECTION("RF-INF-1");

    private final String rule;

    SafetyQuestion(String rule) {
        this.rule = rule;
    }

    /** Returns the id of the rule whose wording the question uses. */
    public String rule() {
        return rule;
    }

    /** Returns the rules in the order of the form. */
    public static List<String> rules() {
        return Arrays.stream(values()).map(SafetyQuestion::rule).toList();
    }
}
