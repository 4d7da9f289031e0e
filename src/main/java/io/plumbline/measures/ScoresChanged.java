package io.plumbline.measures;

import io.plumbline.shared.ids.PatientId;

/** Scores of a patient were recorded, corrected, or marked as entered in error; published in the same transaction. */
public record ScoresChanged(PatientId patient) {}
