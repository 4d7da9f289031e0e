package io.plumbline.leads;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The status of a consultation lead; each status knows its possible next statuses. */
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

    private final String label;

    LeadStatus(String label) {
        this.label = label;
    }

    /** Returns the text shown on screen. */
    public String label() {
        return label;
    }

    /** Returns whether the lead still needs action; an open lead always has a next follow-up. */
    public boolean isOpen() {
        return switch (this) {
            case NEW, ATTEMPTING, CONTACTED, CONSULTATION_BOOKED, CONSULTATION_HELD, NURTURE, CLINICAL_REVIEW -> true;
            case CONVERTED, LOST, SPAM, MERGED -> false;
        };
    }

    /** Returns whether contact was made; a later call does not change that. */
    boolean hasFollowUp() {
        return this == CONTACTED || this == CONSULTATION_BOOKED || this == CONSULTATION_HELD;
    }

    /** Returns whether a consultation is booked or was held; it passes to the patient on conversion. */
    boolean hasConsultation() {
        return this == CONSULTATION_BOOKED || this == CONSULTATION_HELD;
    }

    /**
     * Returns whether a new request of the same person joins the lead. A lead with a booked consultation is not called
     * before the consultation, and a request that needs clinical review must be able to reach it. In both cases the
     * request becomes a lead of its own.
     */
    boolean mayBeJoined(boolean mustBeReviewed) {
        return switch (this) {
            case NEW, ATTEMPTING, CONTACTED, NURTURE, CLINICAL_REVIEW -> true;
            case CONSULTATION_HELD -> !mustBeReviewed;
            case CONSULTATION_BOOKED, CONVERTED, LOST, SPAM, MERGED -> false;
        };
    }

    /** Returns whether this status may follow; for a lead that is neither in clinical review nor merged. */
    boolean canBecome(LeadStatus next) {
        return next(this).contains(next);
    }

    /**
     * Returns the possible next statuses.
     *
     * @param before the status before a clinical review or a merge, to which the lead returns
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
     * Returns the message for a change that is not possible; it lists the possible ones.
     *
     * @param before the status before a clinical review or a merge
     */
    public String refusal(LeadStatus next, LeadStatus before) {
        var possible = next(before).stream().map(LeadStatus::label).collect(Collectors.joining(", "));
        return "A lead that is " + label.toLowerCase(Locale.ROOT) + " cannot become "
                + next.label.toLowerCase(Locale.ROOT) + ". Possible: " + (possible.isEmpty() ? "nothing" : possible);
    }
}
