package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session note in the list of a patient.
 *
 * @param signedAt null for a draft
 */
public record NoteRow(
        NoteId id,
        StaffId author,
        AppointmentType service,
        LocalDate treatedOn,
        NoteStatus status,
        @Nullable Pain painBefore,
        @Nullable Pain painAfter,
        String nextStep,
        ClinicId clinic,
        @Nullable Instant signedAt) {}
