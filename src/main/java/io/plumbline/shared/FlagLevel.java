package io.plumbline.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The urgency of a red flag, most urgent first. Source: the screening rules in {@code clinical/red-flags.json}. */
public enum FlagLevel {
    /** Emergency services now; no manual treatment and no exercise session. */
    E("Emergency", "Emergency services now, no manual treatment."),
    /** Medical review the same or the next day; no manual treatment before it. */
    U("Urgent", "Medical review the same or the next day, no manual treatment before."),
    /** Refer to a physician; no thrust until a clinician has decided. */
    R("Refer", "Refer to a physician; treat only after a clinician has decided, no thrust before."),
    /** Caution: modify the treatment. */
    C("Caution", "Caution: modify what is done.");

    private final String label;
    private final String action;

    FlagLevel(String label, String action) {
        this.label = label;
        this.action = action;
    }

    /** Returns the action to take, as a sentence; from the action levels of the screening rules. */
    public String action() {
        return action;
    }

    /** Returns the letters in order of urgency, for sorting in SQL. */
    public static String inOrder() {
        return Arrays.stream(values()).map(FlagLevel::name).collect(Collectors.joining());
    }

    /** Returns the letters of the levels that are a clinical hold. */
    public static List<String> holds() {
        return Arrays.stream(values())
                .filter(FlagLevel::isHold)
                .map(FlagLevel::name)
                .toList();
    }

    /** Returns the letters of the levels that forbid a thrust. */
    public static List<String> withoutThrust() {
        return Arrays.stream(values())
                .filter(FlagLevel::forbidsThrust)
                .map(FlagLevel::name)
                .toList();
    }

    /** Returns the word shown beside the letter. */
    public String label() {
        return label;
    }

    /** Returns letter and word, as shown in a badge. */
    public String fullLabel() {
        return said(label);
    }

    /** Returns the letter with a text about the flag: its name or its outcome. */
    public String said(String what) {
        return name() + " · " + what;
    }

    /** Returns whether a thrust, that is an adjustment, is forbidden for now. */
    public boolean forbidsThrust() {
        return this != C;
    }

    /**
     * Returns whether this is a clinical hold: no treatment or exercise session until a clinician clears the patient
     * with evidence.
     */
    public boolean isHold() {
        return this == E || this == U;
    }
}
