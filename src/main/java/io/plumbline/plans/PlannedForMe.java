package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;

/** A planned visit, with what its practitioner needs to write its note. */
public record PlannedForMe(PatientId patient, ClinicId clinic, AppointmentType service) {}
