package io.plumbline.leads;

/** Something new stands on the managers' list of possible duplicates, because of this lead. */
public record LeadTwinFound(LeadId lead) {}
