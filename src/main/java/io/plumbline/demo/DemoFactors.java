package io.plumbline.demo;

import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanFactor.Status;
import io.plumbline.schedule.AppointmentType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the demo plans do about contributing factors; some factors are left without anything, to be found. */
final class DemoFactors {
    private static final Set<String> STRENGTH = Set.of("WEAK_BACK", "BAD_EXERCISE_FORM");

    private DemoFactors() {}

    static List<PlanFactor> addressed(List<PlanFactor> factors, Set<AppointmentType> planned) {
        return factors.stream().map(factor -> addressed(factor.code(), planned)).toList();
    }

    private static PlanFactor addressed(String code, Set<AppointmentType> planned) {
        var services = new TreeSet<>(planned.stream().filter(addresses(code)).toList());
        return switch (code) {
            case "SITTING" -> of(code, services, "", "Stand or walk break when sitting for hours");
            case "POSTURE" -> of(code, services, "Posture check", "");
            case "LIFT_FORM" -> of(code, services, "Hip-hinge cue", "");
            case "TIGHT_HAM_HIPFLEX" -> of(code, services, "Hamstring stretch", "");
            case "WEAK_CORE" -> of(code, services, "Bird dog", "");
            default -> of(code, services, "", "");
        };
    }

    private static Predicate<AppointmentType> addresses(String code) {
        return service -> switch (service) {
            case MASSAGE -> Set.of("STRESS", "DISC_FACET", "SITTING").contains(code);
            case ADJUSTMENT ->
                Set.of("MISALIGN", "PELVIC_TILT", "DISC_FACET", "POSTURE").contains(code);
            case EXERCISE -> STRENGTH.contains(code) || code.equals("WEAK_CORE");
            default -> false;
        };
    }

    private static PlanFactor of(String code, Set<AppointmentType> services, String exercise, String advice) {
        return new PlanFactor(code, Status.OPEN, services, exercise, advice);
    }
}
