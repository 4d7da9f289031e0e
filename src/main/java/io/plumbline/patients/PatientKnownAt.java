package io.plumbline.patients;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;

/** One more clinic knows a patient. */
public record PatientKnownAt(PatientId patient, ClinicId clinic) {}
