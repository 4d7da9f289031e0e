package io.plumbline.audit.anomalies;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * One access of a person to the record of a patient, as the trail has it.
 *
 * @param isBreakGlass whether it is the begin of a break-glass access; otherwise something of the record was viewed
 */
record Access(StaffId person, PatientId patient, Instant at, boolean isBreakGlass) {
    static final String BREAK_GLASS = "opening.begun";

    /** The kinds of entries by which a person saw something of one patient's record. */
    static final List<String> VIEWS = List.of(
            "attachment.downloaded",
            "attachment.listed",
            "attachment.previewed",
            "consent.printed",
            "intake.opened",
            "intake.printed",
            "measure.viewed",
            "note.opened",
            "note.printed",
            "note.range-printed",
            "note.restricted-opened",
            "note.searched",
            "old-note.listed",
            "old-note.viewed",
            "patient.opened",
            "patient.printed",
            "plan.opened",
            "plan.printed",
            "reaction.viewed",
            "record.exported",
            "record.opened",
            "referral.printed",
            "referral.viewed");
}
