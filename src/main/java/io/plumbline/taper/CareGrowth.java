package io.plumbline.taper;

import io.plumbline.schedule.AppointmentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a patient gets more of when the services of a plan change, and must agree to: closer visits, more of them or care
 * for longer, or a kind of treatment that was not planned before.
 *
 * @param newKinds services that were in no phase before
 */
public record CareGrowth(boolean isCloser, boolean isMore, boolean isLonger, Set<AppointmentType> newKinds) {
    public CareGrowth {
        newKinds = new TreeSet<>(newKinds);
    }

    /**
     * Compares the services of two revisions.
     *
     * @param start the first day of the plan, from which both are expanded
     */
    public static CareGrowth between(List<PlannedService> before, List<PlannedService> after, LocalDate start) {
        var kinds = kinds(after);
        kinds.removeAll(kinds(before));
        return new CareGrowth(
                after.stream().anyMatch(line -> isCloser(line, before)),
                visits(after) > visits(before),
                lastDay(after, start).isAfter(lastDay(before, start)),
                kinds);
    }

    /**
     * Returns whether a service of a phase gets more or closer visits, or a phase gets a service that it had not.
     *
     * @param isOtherCareFine whether a kind of treatment that was in no phase before counts as none
     */
    public static boolean isMoreOfTheSame(
            List<PlannedService> before, List<PlannedService> after, boolean isOtherCareFine) {
        var known = kinds(before);
        return after.stream().anyMatch(line -> before.stream()
                .filter(old -> old.phase() == line.phase() && old.service() == line.service())
                .findFirst()
                .map(old -> line.visits() > old.visits() || line.frequency().compareTo(old.frequency()) < 0)
                .orElseGet(() -> !isOtherCareFine || known.contains(line.service())));
    }

    /** Returns whether there is nothing to agree to. */
    public boolean isNone() {
        return !isCloser && !isMore && !isLonger && newKinds.isEmpty();
    }

    /** Returns what grows, such as <em>more visits, care for longer</em>; empty if nothing does. */
    public String words() {
        var words = new ArrayList<String>();
        if (isCloser) {
            words.add("closer visits");
        }
        if (isMore) {
            words.add("more visits");
        }
        if (isLonger) {
            words.add("care for longer");
        }
        newKinds.forEach(kind -> words.add(kind.label() + " for the first time"));
        return String.join(", ", words);
    }

    private static Set<AppointmentType> kinds(List<PlannedService> services) {
        return services.stream().map(PlannedService::service).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCloser(PlannedService line, List<PlannedService> before) {
        return before.stream()
                .filter(old -> old.phase() == line.phase() && old.service() == line.service())
                .anyMatch(old -> line.frequency().compareTo(old.frequency()) < 0);
    }

    private static int visits(List<PlannedService> services) {
        return services.stream().mapToInt(PlannedService::visits).sum();
    }

    private static LocalDate lastDay(List<PlannedService> services, LocalDate start) {
        return Taper.visits(start, services, day -> true).stream()
                .map(Taper.Visit::on)
                .max(LocalDate::compareTo)
                .orElse(start);
    }
}
