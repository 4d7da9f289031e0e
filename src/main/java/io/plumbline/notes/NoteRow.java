package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session note in the list of a patient.
 *
 * @param authorName the name of the author
 * @param painBefore null if it is not recorded, or withheld from the current user
 * @param painAfter null if it is not recorded, or withheld from the current user
 * @param nextStep empty if it is withheld from the current user
 * @param adjusted the segments of an adjustment visit that were adjusted; empty if none were, or they are withheld
 * @param signedAt null for a draft
 * @param isWithheld whether the note is restricted to others than the current user
 */
public record NoteRow(
        NoteId id,
        StaffId author,
        String authorName,
        AppointmentType service,
        LocalDate treatedOn,
        NoteStatus status,
        @Nullable Pain painBefore,
        @Nullable Pain painAfter,
        String nextStep,
        List<SegmentRow> adjusted,
        ClinicId clinic,
        @Nullable Instant signedAt,
        NotePrivacy privacy,
        boolean isWithheld) {}
