package io.plumbline.notes;

import io.plumbline.shared.ids.PatientId;

/** What a record that refers to a session note knows of it, without opening the note. */
public record NoteBrief(PatientId patient, NoteStatus status) {}
