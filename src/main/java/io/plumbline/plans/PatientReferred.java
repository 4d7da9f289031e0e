package io.plumbline.plans;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A referral of a patient was written, so that a decision to refer the patient is carried out.
 *
 * @param plan the plan from which it follows; null if it follows from something else
 */
public record PatientReferred(PatientId patient, @Nullable PlanId plan) {}
