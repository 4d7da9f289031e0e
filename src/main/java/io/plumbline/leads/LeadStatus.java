package io.plumbline.leads;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a consultation lead stands; a status knows what may follow it. */
public enum LeadStatus {
    NEW("New"),
    ATTEMPTING("Attempting"),
    CONTACTED("Contacted"),
    CONSULTATION_BOOKED("Consultation booked"),
    CONSULTATION_HELD("Consultation held"),
    CONVERTED("Converted"),
    NURTURE("Nurture"),
    CLINICAL_REVIEW("Clinical review"),
    LOST("Lost"),
    SPAM("Spam"),
    MERGED("Merged");

    private final String word;

    LeadStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** Whether somebody still has to do something for this person: such a lead always has a next touch. */
    public boolean isOpen() {
        return switch (this) {
            case NEW, ATTEMPTING, CONTACTED, CONSULTATION_BOOKED, CONSULTATION_HELD, NURTURE, CLINICAL_REVIEW -> true;
            case CONVERTED, LOST, SPAM, MERGED -> false;
        };
    }

    /** Whether they have spoken with us: a later call does not take that back. */
    boolean isInTouch() {
        return this == CONTACTED || this == CONSULTATION_BOOKED || this == CONSULTATION_HELD;
    }

    /**
     * What may follow.
     *
     * @param before the status before a clinical review or a merge, to which it returns
     */
    public Set<LeadStatus> next(LeadStatus before) {
        return switch (this) {
            case NEW, ATTEMPTING -> EnumSet.of(ATTEMPTING, CONTACTED, NURTURE, LOST, SPAM, CLINICAL_REVIEW, MERGED);
            case CONTACTED -> EnumSet.of(CONSULTATION_BOOKED, CONVERTED, NURTURE, LOST, CLINICAL_REVIEW, MERGED);
            case CONSULTATION_BOOKED -> EnumSet.of(CONSULTATION_HELD, CONTACTED, CONVERTED, LOST);
            case CONSULTATION_HELD -> EnumSet.of(CONVERTED, LOST, NURTURE);
            case NURTURE -> EnumSet.of(ATTEMPTING, LOST);
            case CLINICAL_REVIEW -> EnumSet.of(before, LOST);
            case LOST, SPAM -> EnumSet.of(NEW);
            case MERGED -> EnumSet.of(before);
            case CONVERTED -> EnumSet.noneOf(LeadStatus.class);
        };
    }

    /**
     * What is said where something cannot follow: what can.
     *
     * @param before the status before a clinical review or a merge
     */
    public String refusal(LeadStatus next, LeadStatus before) {
        var possible = next(before).stream().map(LeadStatus::word).collect(Collectors.joining(", "));
        return "A lead that is " + word.toLowerCase(Locale.ROOT) + " cannot become "
                + next.word.toLowerCase(Locale.ROOT) + ". Possible: " + (possible.isEmpty() ? "nothing" : possible);
    }
}
