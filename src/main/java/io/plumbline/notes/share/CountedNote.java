package io.plumbline.notes.share;

import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteStatus;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.UUID;

/** A signed note while it is counted. */
record CountedNote(UUID id, ClinicId clinic, StaffId author, Instant signedAt, NoteStatus status, NoteDraft draft) {}
