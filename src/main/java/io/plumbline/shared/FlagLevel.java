package io.plumbline.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How urgent a red flag is, most urgent first. Source: the screening rules in {@code clinical/red-flags.json}. */
public enum FlagLevel {
    /** Emergency services now; no manual treatment. */
    E("Emergency"),
    /** Medical review the same or the next day; no manual treatment before. */
    U("Urgent"),
    /** Refer to a physician; no thrust until decided. */
    R("Refer"),
    /** Caution. */
    C("Caution");

    private final String word;

    FlagLevel(String word) {
        this.word = word;
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

    /** The word that the screen shows beside the letter. */
    public String word() {
        return word;
    }

    /** Whether manual treatment waits until a clinician has decided. */
    public boolean isHold() {
        return this == E || this == U;
    }
}
