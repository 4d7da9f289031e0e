package io.plumbline.schedule;

import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.ClinicId;

/** A change at a clinic, for its open schedules. */
public record AppointmentChanged(ClinicId clinic) implements VisibleChange {}
