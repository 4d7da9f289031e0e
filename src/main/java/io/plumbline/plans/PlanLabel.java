package io.plumbline.plans;

import io.plumbline.shared.ids.ClinicId;
import java.util.UUID;

/** A treatment plan in the list of a patient: its name and its progress, no clinical content. */
public record PlanLabel(UUID id, ClinicId clinic, String title, PlanStatus status, int planned, int delivered) {}
