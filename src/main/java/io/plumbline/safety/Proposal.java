package io.plumbline.safety;

import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who proposed to clear an emergency flag; it stays with the flag once a second clinician has confirmed it. */
@Embeddable
record Proposal(
        @Column(name = "proposed_by") StaffId by,
        @Column(name = "proposed_at") Instant at,
        @Column(name = "proposed_reason") String reason) {}
