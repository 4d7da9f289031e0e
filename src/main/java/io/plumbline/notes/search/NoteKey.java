package io.plumbline.notes.search;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;

/** What is stored with each word of a session note, by which it is found and put in order. */
record NoteKey(NoteId id, PatientId patient, LocalDate treatedOn, StaffId author) {}
