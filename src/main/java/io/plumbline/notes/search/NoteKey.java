package io.plumbline.notes.search;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is stored with each word of a session note or of an old note, by which it is found and put in order.
 *
 * @param id that of the note, of either kind
 */
record NoteKey(UUID id, PatientId patient, LocalDate treatedOn, StaffId author) {}
