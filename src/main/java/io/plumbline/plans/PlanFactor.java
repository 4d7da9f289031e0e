package io.plumbline.plans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.TextLimit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contributing factor of the complaint, and what the plan does about it.
 *
 * @param code of the intake note's vocabulary
 * @param services of the plan that address it
 * @param exercise the exercise that addresses it, at most 120 characters; may be empty
 * @param advice the advice that addresses it, at most 120 characters; may be empty
 */
public record PlanFactor(String code, Status status, Set<AppointmentType> services, String exercise, String advice) {
    private static final int LONGEST = 120;

    /** What has become of a factor. */
    public enum Status {
        OPEN("Open"),
        IMPROVING("Improving"),
        RESOLVED("Resolved");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @throws io.plumbline.shared.Refused if a text is too long; the message is for the user */
    public PlanFactor {
        // in one order, so that the same factors are stored as the same text
        var sorted = EnumSet.noneOf(AppointmentType.class);
        sorted.addAll(services);
        services = Collections.unmodifiableSet(sorted);
        exercise = TextLimit.optional("The exercise", exercise, LONGEST);
        advice = TextLimit.optional("The advice", advice, LONGEST);
    }

    /** Returns a factor that nothing addresses yet. */
    public static PlanFactor open(String code) {
        return new PlanFactor(code, Status.OPEN, Set.of(), "", "");
    }

    /** Returns this factor with another status. */
    public PlanFactor withStatus(Status other) {
        return new PlanFactor(code, other, services, exercise, advice);
    }

    /** Returns whether the plan leaves this factor alone although it is not resolved. */
    @JsonIgnore
    public boolean isUnaddressed() {
        return status != Status.RESOLVED && services.isEmpty() && exercise.isEmpty() && advice.isEmpty();
    }

    /** Returns the exercise and the advice in words; empty if there is neither. */
    public String atHome() {
        return joined(Stream.of(exercise, advice));
    }

    /** Returns the services, the exercise and the advice in words; empty if nothing addresses it. */
    public String addressedBy() {
        return joined(Stream.concat(services.stream().map(AppointmentType::label), Stream.of(exercise, advice)));
    }

    private static String joined(Stream<String> words) {
        return words.filter(one -> !one.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Returns the services of a plan that address none of its factors, in their order; none if it has no factors. */
    public static Set<AppointmentType> servicesWithoutFactor(List<PlanFactor> factors, Set<AppointmentType> planned) {
        var without = EnumSet.noneOf(AppointmentType.class);
        if (!factors.isEmpty()) {
            without.addAll(planned);
            factors.forEach(factor -> without.removeAll(factor.services()));
        }
        return without;
    }
}
