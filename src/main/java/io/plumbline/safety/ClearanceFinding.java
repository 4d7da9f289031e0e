package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * What an examination found that clears a clinical hold. Source: {@code clinical.md} §10.2, an example to be approved by
 * the clinic's licensed lead.
 */
public enum ClearanceFinding {
    NORMAL_EXAMINATION(
            "Bladder and bowel function normal and saddle sensation intact on examination",
            "What was examined and found"),
    IMAGING_WITHOUT_COMPRESSION("Imaging without compression", "What was examined and found"),
    TREATED_IN_HOSPITAL("Treated in hospital and discharged", "What was examined and found"),
    SCREENED_BY_MISTAKE("Screened positive by mistake", "What was meant"),
    OTHER("Another finding, in words", "What was examined and found");

    private final String label;
    private final String words;

    ClearanceFinding(String label, String words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    /** Returns what the words beside the finding say. */
    public String words() {
        return words;
    }

    /** Returns what the day of the finding is called; empty if it has none but that of the examination. */
    public String day() {
        return switch (this) {
            case IMAGING_WITHOUT_COMPRESSION -> "Day of the imaging";
            case TREATED_IN_HOSPITAL -> "Day of the discharge";
            case NORMAL_EXAMINATION, SCREENED_BY_MISTAKE, OTHER -> "";
        };
    }

    /** Returns whether the place of the finding is asked for, whoever examined. */
    public boolean hasPlace() {
        return this == IMAGING_WITHOUT_COMPRESSION;
    }

    /**
     * Returns the findings that may clear a flag; none if it is not a clinical hold, which is cleared by words alone.
     * Those of the bladder, the saddle and compression are about the cauda equina; its emergency is cleared by nothing
     * else.
     */
    static List<ClearanceFinding> choicesFor(String rule, FlagLevel level) {
        var choices = new ArrayList<ClearanceFinding>();
        if (!level.isHold()) {
            return choices;
        }
        var isCaudaEquina = rule.startsWith("RF-CES-");
        if (isCaudaEquina) {
            choices.addAll(List.of(NORMAL_EXAMINATION, IMAGING_WITHOUT_COMPRESSION));
        }
        choices.addAll(List.of(TREATED_IN_HOSPITAL, SCREENED_BY_MISTAKE));
        if (!isCaudaEquina || level != FlagLevel.E) {
            choices.add(OTHER);
        }
        return choices;
    }
}
