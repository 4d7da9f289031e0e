package io.plumbline.leads.duplicates;

import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.LeadId;

/** The search for this lead added a pair to the managers' list of possible duplicates. */
public record DuplicateFound(LeadId lead) implements VisibleChange {}
