package io.plumbline.demo;

import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SpineSegment;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** How strongly the demo patients are treated: it follows the pain, and how they responded last time. */
final class DemoIntensity {
    private static final List<Set<String>> MASSAGES = List.of(
            Set.of("SWEDISH", "MYOFASCIAL"),
            Set.of("SWEDISH", "DEEP_TISSUE"),
            Set.of("SWEDISH", "TRIGGER_POINT"),
            Set.of("DEEP_TISSUE", "MYOFASCIAL"),
            Set.of("SWEDISH", "STRETCH_ASSISTED"),
            Set.of("NEUROMUSCULAR", "POSITIONAL_RELEASE"),
            Set.of("SWEDISH"),
            Set.of("MYOFASCIAL"));

    private static final int SEVERE = 7;
    private static final int MODERATE = 5;
    private static final int GENTLEST = 2;

    private DemoIntensity() {}

    /**
     * What a treatment follows.
     *
     * @param before pain on arrival
     * @param isFirst whether it is the first of its service
     * @param isRising whether pain is higher than at the visit before
     * @param response to the last treatment of the service; better at the first
     */
    record Today(int before, boolean isFirst, boolean isRising, Response response) {
        private boolean isCalm() {
            return !isFirst && !isRising && response != Response.WORSE;
        }
    }

    /** Returns the modalities of a massage. Deep tissue is for moderate pain on a calm day. */
    static Set<String> modalities(Today today, Set<String> hands, boolean gentle, Random seeded) {
        var isDeepFit = !gentle && today.isCalm() && today.before() > 1 && today.before() < MODERATE;
        var fit = MASSAGES.stream()
                .filter(chosen -> hands.isEmpty() || hands.containsAll(chosen))
                .filter(chosen -> isDeepFit || !chosen.contains("DEEP_TISSUE"))
                .filter(chosen -> today.before() < MODERATE || !chosen.contains("STRETCH_ASSISTED"))
                .filter(chosen -> today.before() < SEVERE || !chosen.contains("TRIGGER_POINT"))
                .toList();
        return fit.get(seeded.nextInt(fit.size()));
    }

    /**
     * Returns the pressure of a massage, 1 to 5.
     *
     * @param last the pressure of the last one
     */
    static int pressure(Today today, Set<String> modalities, int last, boolean gentle, Random seeded) {
        var most = today.before() >= MODERATE ? 2 : 3;
        var pressure =
                modalities.contains("DEEP_TISSUE") ? 3 + seeded.nextInt(2) : Math.max(1, most - seeded.nextInt(2));
        if (gentle) {
            pressure = Math.min(pressure, GENTLEST);
        }
        if (today.response() == Response.WORSE) {
            return Math.max(1, Math.min(pressure, last - 1));
        }
        return today.isRising() ? Math.min(pressure, Math.min(last, GENTLEST)) : pressure;
    }

    /** Returns the technique of an adjustment; none is a thrust on a bad day, or where thrusts wait for a decision. */
    static AdjustmentTechnique technique(Today today, SpineSegment segment, boolean noThrust) {
        if (noThrust || today.isRising() || today.response() == Response.WORSE || today.before() >= SEVERE) {
            return AdjustmentTechnique.MOBILIZATION;
        }
        if (today.before() >= MODERATE || today.isFirst()) {
            return segment == SpineSegment.SACROILIAC ? AdjustmentTechnique.DROP : AdjustmentTechnique.INSTRUMENT;
        }
        return segment == SpineSegment.SACRUM ? AdjustmentTechnique.DROP : AdjustmentTechnique.HVLA;
    }
}
