package io.plumbline.patients;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;

/** A patient was registered at one more clinic. */
public record PatientKnownAt(PatientId patient, ClinicId clinic) {}
