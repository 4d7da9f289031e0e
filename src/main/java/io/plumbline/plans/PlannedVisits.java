package io.plumbline.plans;

import io.plumbline.phases.PlanPhase;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.Taper;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The visits of one plan, in the order of their days: returns the next visit, the visit that a treatment delivers, and
 * the due day.
 */
record PlannedVisits(List<PlannedVisit> all, List<PlannedService> lines) {
    /** Stands in for no day, since a null has no place in a sort order. */
    static final LocalDate NEVER = LocalDate.EPOCH;

    /** Returns whether a visit is one of these. */
    boolean has(@Nullable PlannedVisitId visit) {
        return all.stream().anyMatch(planned -> planned.id().equals(visit));
    }

    boolean hasBooked(AppointmentId appointment) {
        return bookedAs(appointment).isPresent();
    }

    /** Returns how many visits of a service of a phase are delivered. */
    long deliveredOf(PlannedService line) {
        return all.stream()
                .filter(visit -> visit.isOf(line) && visit.isDelivered())
                .count();
    }

    /** Returns the visits of a practitioner that are not delivered. */
    List<PlannedVisit> openWith(StaffId practitioner) {
        return all.stream()
                .filter(visit -> !visit.isDelivered() && visit.isWith(practitioner))
                .toList();
    }

    Optional<PlannedVisit> freedBy(AppointmentId appointment) {
        return all.stream().filter(visit -> visit.isFreedBy(appointment)).findFirst();
    }

    Optional<PlannedVisit> bookedAs(AppointmentId appointment) {
        return all.stream().filter(visit -> visit.isBookedAs(appointment)).findFirst();
    }

    /** Returns whether a treatment names one of these visits, beyond having the same service. */
    boolean isNamedBy(DeliveredVisit delivered) {
        return all.stream().anyMatch(visit -> visit.isNamedBy(delivered));
    }

    /** Returns the next visit of a service that is neither delivered nor booked. */
    Optional<PlannedVisit> nextToBook(AppointmentType service) {
        return all.stream()
                .filter(visit -> visit.isOpen(service) && !visit.isBooked())
                .findFirst();
    }

    /** Returns the first visit that is booked from a day on and not delivered. */
    Optional<PlannedVisit> nextBooked(LocalDate today) {
        return all.stream()
                .filter(visit -> !visit.isDelivered()
                        && visit.bookedOn() != null
                        && !visit.bookedOn().isBefore(today))
                .min(Comparator.comparing(visit -> Objects.requireNonNull(visit.bookedOn())));
    }

    /** Returns the days between a visit and the next of its service; a week if its service is planned no more. */
    int everyDays(PlannedVisit visit) {
        return lineOf(visit).map(line -> line.frequency().days()).orElseGet(Frequency.WEEKLY::days);
    }

    Optional<PlannedService> lineOf(PlannedVisit visit) {
        return lines.stream().filter(visit::isOf).findFirst();
    }

    /** Returns the next unbooked visit of a service if an appointment on a day is close enough to count as it. */
    Optional<PlannedVisit> nextReachedBy(AppointmentType service, LocalDate on) {
        return nextToBook(service).filter(visit -> lines.stream()
                .filter(line -> line.phase() == visit.phase() && line.service() == service)
                .findFirst()
                .map(line -> line.frequency().reaches(visit.plannedOn(), on))
                .orElse(true));
    }

    /** Books an appointment as the visit that it is for, otherwise as the next unbooked visit of its service. */
    void book(AppointmentType service, AppointmentId appointment, LocalDate on, @Nullable PlannedVisitId plannedVisit) {
        all.stream()
                .filter(visit -> visit.id().equals(plannedVisit))
                .findFirst()
                .or(() -> nextToBook(service))
                .ifPresent(visit -> visit.book(appointment, on));
    }

    /**
     * Returns the visit that a treatment was planned or booked as, otherwise the next of its service from the start of
     * the plan on.
     */
    Optional<PlannedVisit> meantBy(DeliveredVisit delivered, @Nullable LocalDate startsOn) {
        var named = all.stream().filter(visit -> visit.isNamedBy(delivered)).findFirst();
        if (named.isPresent()) {
            return named.filter(visit -> !visit.isDelivered());
        }
        if (startsOn != null && delivered.on().isBefore(startsOn) || isCarriedOver(delivered)) {
            return Optional.empty();
        }
        return nextToBook(delivered.service()).or(() -> all.stream()
                .filter(visit -> visit.isOpen(delivered.service()))
                .findFirst());
    }

    /** Returns whether a treatment is of the days of which the visits were carried over, so that it is counted. */
    private boolean isCarriedOver(DeliveredVisit delivered) {
        return all.stream()
                .filter(visit -> visit.service() == delivered.service() && visit.isCarriedOver())
                .anyMatch(visit -> !delivered.on().isAfter(Objects.requireNonNull(visit.deliveredOn())));
    }

    /** Returns the day of the next visit, otherwise of the last delivered one. */
    Optional<LocalDate> due() {
        return all.stream()
                .filter(visit -> !visit.isDelivered())
                .map(PlannedVisit::plannedOn)
                .min(LocalDate::compareTo)
                .or(this::lastDelivered);
    }

    /** Returns the day of the last visit that is not delivered, as booked or else as planned; otherwise of the last delivered one. */
    Optional<LocalDate> ends() {
        return all.stream()
                .filter(visit -> !visit.isDelivered())
                .map(PlannedVisits::dayAhead)
                .max(LocalDate::compareTo)
                .or(this::lastDelivered);
    }

    private Optional<LocalDate> lastDelivered() {
        return all.stream()
                .map(PlannedVisit::deliveredOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    /** Returns the last day with a booked visit that is not delivered yet. */
    LocalDate bookedUntil() {
        return all.stream()
                .filter(visit -> !visit.isDelivered())
                .map(PlannedVisit::bookedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(NEVER);
    }

    /** Reschedules the remaining visits from a day on; the first visit keeps its booked day if that is later. */
    void moveOnFrom(LocalDate today, List<PlannedService> services, Predicate<LocalDate> isOpen) {
        var open = all.stream().filter(visit -> !visit.isDelivered()).toList();
        if (open.isEmpty()) {
            return;
        }
        var booked = open.getFirst().bookedOn();
        move(
                open,
                Taper.onward(
                        booked == null || booked.isBefore(today) ? today : booked, services, remaining(open), isOpen));
    }

    /** Plans the remaining visits from a day on, also earlier than they were planned before. */
    void replanFrom(LocalDate from, List<PlannedService> services, Predicate<LocalDate> isOpen) {
        var open = all.stream().filter(visit -> !visit.isDelivered()).toList();
        move(open, Taper.replanned(from, services, remaining(open), isOpen));
    }

    private static List<Taper.Open> remaining(List<PlannedVisit> open) {
        return open.stream()
                .map(visit -> new Taper.Open(visit.phase(), visit.service(), visit.plannedOn()))
                .toList();
    }

    private static void move(List<PlannedVisit> open, List<Taper.Visit> to) {
        var days = new HashMap<String, Queue<LocalDate>>();
        to.forEach(visit -> days.computeIfAbsent(
                        visit.planned().phase() + " " + visit.planned().service(), line -> new ArrayDeque<>())
                .add(visit.on()));
        open.forEach(visit -> visit.moveTo(Objects.requireNonNull(days.get(visit.phase() + " " + visit.service()))
                .remove()));
    }

    /** Returns the days of the visits of a phase that are not delivered, as booked or else as planned, in order. */
    List<LocalDate> openDays(PlanPhase phase) {
        return openDays(visit -> visit.phase() == phase);
    }

    /** Returns the days of all visits that are not delivered, as booked or else as planned, in order. */
    List<LocalDate> openDays() {
        return openDays(visit -> true);
    }

    private List<LocalDate> openDays(Predicate<PlannedVisit> which) {
        return all.stream()
                .filter(visit -> !visit.isDelivered())
                .filter(which)
                .map(PlannedVisits::dayAhead)
                .sorted()
                .toList();
    }

    private static LocalDate dayAhead(PlannedVisit visit) {
        return visit.bookedOn() == null ? visit.plannedOn() : visit.bookedOn();
    }

    /** Returns the day of the last visit of a phase of which all are delivered; empty if one is open, or none was given. */
    Optional<LocalDate> usedUpOn(PlanPhase phase) {
        return openDays(phase).isEmpty()
                ? all.stream()
                        .filter(visit -> visit.tookPlaceIn() == phase && !visit.isCarriedOver())
                        .map(PlannedVisit::deliveredOn)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                : Optional.empty();
    }

    /** Returns the days of the delivered visits, in order. */
    List<LocalDate> deliveredDays() {
        return all.stream()
                .map(PlannedVisit::deliveredOn)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** Returns the rows for the plan, numbered in the order of days. */
    List<PlanDetails.Visit> rows() {
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).row(i + 1))
                .toList();
    }

    /** Returns the remaining visits. */
    List<PlanDetails.Visit> openRows() {
        return rows().stream().filter(visit -> visit.deliveredOn() == null).toList();
    }
}
