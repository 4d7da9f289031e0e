package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;

/** A planned visit as its practitioner needs it to write of it. */
public record PlannedForMe(PatientId patient, ClinicId clinic, AppointmentType service) {}
