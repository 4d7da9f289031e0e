package io.plumbline.leads;

/**
 * A lead that may be of the person who is being added.
 *
 * @param why what is the same, for who adds
 */
public record LeadLikeness(LeadId id, String fullName, LeadStatus status, String why) {}
