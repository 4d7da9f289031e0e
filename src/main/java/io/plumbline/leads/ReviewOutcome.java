package io.plumbline.leads;

import java.time.Duration;

/** The outcome of a clinical review. */
public enum ReviewOutcome {
    CLEARED("Clear for a call", "The lead returns to Call now."),
    REFERRED_OUT("Referred out", "The lead is closed: the person is helped elsewhere. Nobody calls them."),
    EMERGENCY("Emergency", "The lead is closed: the person was sent to emergency care. Nobody calls them.");

    /** How long the person who decided may undo the decision. */
    public static final Duration UNDO_WITHIN = Duration.ofMinutes(10);

    private final String label;
    private final String effect;

    ReviewOutcome(String label, String effect) {
        this.label = label;
        this.effect = effect;
    }

    /** Returns the text shown on screen, which is also the reason of a lead lost by this outcome. */
    public String label() {
        return label;
    }

    /** Returns what happens to the lead, as a sentence. */
    public String effect() {
        return effect;
    }
}
