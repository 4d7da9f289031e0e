package io.plumbline.patients;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;

/** A patient was registered at one more clinic. */
public record PatientKnownAt(PatientId patient, ClinicId clinic) {}
