package io.plumbline.safety;

import java.util.UUID;

/**
 * A decision about a red flag that the caller made lately and may still undo.
 *
 * @param version the version that undoing it carries
 * @param before what the flag was before
 */
public record FlagDecisionRow(
        UUID flag, long version, String flagName, String patientName, FlagStatus before, FlagStatus decided) {}
