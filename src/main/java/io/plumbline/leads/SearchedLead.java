package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;

/** A lead whose duplicates are searched for. */
record SearchedLead(
        LeadId id, ClinicId queue, LeadStatus status, Instant receivedAt, DuplicateScore.Person person) {}
