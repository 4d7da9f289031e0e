package io.plumbline.leads.duplicates;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;

/** A lead whose duplicates are searched for, or one of these. */
record SearchedLead(
        LeadId id, long version, ClinicId queue, LeadStatus status, Instant receivedAt, DuplicateScore.Person person) {}
