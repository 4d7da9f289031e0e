package io.plumbline.plans;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;

/** A referral of a patient was written from a plan, so that its decision to refer the patient is carried out. */
public record PatientReferred(PatientId patient, PlanId plan) {}
