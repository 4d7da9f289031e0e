package io.plumbline.notes;

import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.contraindications.Contraindication.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which modalities a patient's contraindications speak against as a whole. One of a site or of a manner, such as light
 * pressure, is left to the clinician and to the questions before signing.
 */
public final class ContraindicatedModalities {
    private ContraindicatedModalities() {}

    /** Returns the reasons by the code of the modality, in the order of the modalities. */
    public static Map<String, String> of(
            List<StandingContraindication> standing, Collection<Modalities.Modality> modalities) {
        var against = new LinkedHashMap<String, String>();
        for (var modality : modalities) {
            standing.stream()
                    .filter(one -> speaksAgainst(one, modality))
                    .findFirst()
                    .ifPresent(one -> against.put(modality.code(), one.words()));
        }
        return against;
    }

    private static boolean speaksAgainst(StandingContraindication one, Modalities.Modality modality) {
        var rule = one.rule();
        if (rule == null || one.isLocal()) {
            return false;
        }
        return switch (rule.technique()) {
            case DEEP_PRESSURE -> modality.deepPressure();
            case MASSAGE_ANY ->
                rule.level() == Level.ABSOLUTE && modality.disciplines().contains(Discipline.MASSAGE_THERAPY);
            default -> false;
        };
    }
}
