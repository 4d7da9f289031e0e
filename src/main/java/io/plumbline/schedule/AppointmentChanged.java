package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;

/** Something at a clinic that its open schedules want to know of. */
public record AppointmentChanged(ClinicId clinic) {}
