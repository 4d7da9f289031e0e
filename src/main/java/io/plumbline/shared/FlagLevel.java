package io.plumbline.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How urgent a red flag is, most urgent first. Source: the screening rules in {@code clinical/red-flags.json}. */
public enum FlagLevel {
    /** Emergency services now; no manual treatment and no exercise session. */
    E("Emergency", "Emergency services now, no manual treatment."),
    /** Medical review the same or the next day; no manual treatment before. */
    U("Urgent", "Medical review the same or the next day, no manual treatment before."),
    /** Refer to a physician; no thrust until decided. */
    R("Refer", "Refer to a physician; treat only after a clinician has decided, no thrust before."),
    /** Caution. */
    C("Caution", "Caution: modify what is done.");

    private final String word;
    private final String action;

    FlagLevel(String word, String action) {
        this.word = word;
        this.action = action;
    }

    /** What is to be done, in a sentence; from the action levels of the screening rules. */
    public String action() {
        return action;
    }

    /** The letters in order of urgency, for statements that sort by them. */
    public static String inOrder() {
        return Arrays.stream(values()).map(FlagLevel::name).collect(Collectors.joining());
    }

    /** The letters of the levels that are a hold. */
    public static List<String> holds() {
        return Arrays.stream(values())
                .filter(FlagLevel::isHold)
                .map(FlagLevel::name)
                .toList();
    }

    /** The letters of the levels that forbid a thrust. */
    public static List<String> withoutThrust() {
        return Arrays.stream(values())
                .filter(FlagLevel::forbidsThrust)
                .map(FlagLevel::name)
                .toList();
    }

    /** The word that the screen shows beside the letter. */
    public String word() {
        return word;
    }

    /** Letter and word, as a badge says it. */
    public String label() {
        return said(word);
    }

    /** The letter and something that is said of the flag: what it is, or what has become of it. */
    public String said(String what) {
        return name() + " · " + what;
    }

    /** Whether a thrust, so an adjustment, waits. */
    public boolean forbidsThrust() {
        return this != C;
    }

    /** Whether treatments and exercise sessions wait until a clinician has cleared the patient with evidence. */
    public boolean isHold() {
        return this == E || this == U;
    }
}
