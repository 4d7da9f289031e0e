package io.plumbline.intake.contraindications;

import java.util.List;

/**
 * What the signed intake notes of a patient say about safety.
 *
 * @param isScreened whether any is signed, and so has a red-flag screen
 */
public record StandingContraindications(boolean isScreened, List<StandingContraindication> all) {}
