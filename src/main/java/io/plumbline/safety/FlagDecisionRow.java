package io.plumbline.safety;

import io.plumbline.shared.ids.FlagId;

/**
 * A recent decision of the current user on a red flag that may still be undone.
 *
 * @param version the version to pass when undoing it
 * @param before the status of the flag before the decision
 */
public record FlagDecisionRow(
        FlagId flag, long version, String flagName, String patientName, FlagStatus before, FlagStatus decided) {}
