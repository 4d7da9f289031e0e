package io.plumbline.plans;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral that was written from a plan was entered in error: it carries out no decision.
 *
 * @param lastWrittenAt when the last of those was written from the plan that stand; null if none does
 */
public record ReferralEnteredInError(
        PatientId patient, PlanId plan, @Nullable Instant lastWrittenAt) {}
