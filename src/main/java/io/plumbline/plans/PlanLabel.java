package io.plumbline.plans;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PlanId;

/** A treatment plan in the list of a patient: its name and its progress, no clinical content. */
public record PlanLabel(PlanId id, ClinicId clinic, String title, PlanStatus status, int planned, int delivered) {}
