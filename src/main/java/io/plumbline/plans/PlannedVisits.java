package io.plumbline.plans;

import io.plumbline.schedule.AppointmentType;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The visits of one plan, in the order of their days: which is next, which is meant, when the plan needs somebody. */
record PlannedVisits(List<PlannedVisit> all, List<PlannedService> lines) {
    /** Stands for no day, since a null is no place in an order. */
    static final LocalDate NEVER = LocalDate.EPOCH;

    /** Whether a visit is one of these. */
    boolean has(@Nullable UUID visit) {
        return all.stream().anyMatch(planned -> planned.id().equals(visit));
    }

    boolean hasBooked(UUID appointment) {
        return bookedAs(appointment).isPresent();
    }

    Optional<PlannedVisit> bookedAs(UUID appointment) {
        return all.stream().filter(visit -> visit.isBookedAs(appointment)).findFirst();
    }

    /** Whether a treatment is one of these by its own word, not only by its service. */
    boolean isNamedBy(DeliveredVisit delivered) {
        return all.stream().anyMatch(visit -> visit.isNamedBy(delivered));
    }

    /** The next visit of a service that is neither delivered nor booked. */
    Optional<PlannedVisit> nextToBook(AppointmentType service) {
        return all.stream()
                .filter(visit -> visit.isOpen(service) && !visit.isBooked())
                .findFirst();
    }

    /** The next visit of a service that is not booked, where an appointment of that day is near enough to be it. */
    Optional<PlannedVisit> nextReachedBy(AppointmentType service, LocalDate on) {
        return nextToBook(service).filter(visit -> lines.stream()
                .filter(line -> line.phase() == visit.phase() && line.service() == service)
                .findFirst()
                .map(line -> line.frequency().reaches(visit.plannedOn(), on))
                .orElse(true));
    }

    /** Takes an appointment as the visit that it is for, else as the next of its service that is not booked. */
    void book(AppointmentType service, UUID appointment, LocalDate on, @Nullable UUID plannedVisit) {
        all.stream()
                .filter(visit -> visit.id().equals(plannedVisit))
                .findFirst()
                .or(() -> nextToBook(service))
                .ifPresent(visit -> visit.book(appointment, on));
    }

    /** The visit that a treatment was planned or booked as, else the next of its service from the start of the plan on. */
    Optional<PlannedVisit> meantBy(DeliveredVisit delivered, @Nullable LocalDate startsOn) {
        var named = all.stream().filter(visit -> visit.isNamedBy(delivered)).findFirst();
        if (named.isPresent()) {
            return named.filter(visit -> !visit.isDelivered());
        }
        if (startsOn != null && delivered.on().isBefore(startsOn)) {
            return Optional.empty();
        }
        return nextToBook(delivered.service()).or(() -> all.stream()
                .filter(visit -> visit.isOpen(delivered.service()))
                .findFirst());
    }

    /** The day of the next visit, else of the last that was delivered. */
    Optional<LocalDate> due() {
        return all.stream()
                .filter(visit -> !visit.isDelivered())
                .map(PlannedVisit::plannedOn)
                .min(LocalDate::compareTo)
                .or(() -> all.stream()
                        .map(PlannedVisit::deliveredOn)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo));
    }

    /** The last day for which a visit is booked that is not delivered yet. */
    LocalDate bookedUntil() {
        return all.stream()
                .filter(visit -> !visit.isDelivered())
                .map(PlannedVisit::bookedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(NEVER);
    }

    /** Plans what is still to come from a day on; the first visit keeps the later day that it is booked for. */
    void moveOnFrom(LocalDate today, List<PlannedService> services, Predicate<LocalDate> isOpen) {
        var open = all.stream().filter(visit -> !visit.isDelivered()).toList();
        if (open.isEmpty()) {
            return;
        }
        var booked = open.getFirst().bookedOn();
        var days = new HashMap<String, Queue<LocalDate>>();
        Taper.onward(
                        booked == null || booked.isBefore(today) ? today : booked,
                        services,
                        open.stream()
                                .map(visit -> new Taper.Open(visit.phase(), visit.service(), visit.plannedOn()))
                                .toList(),
                        isOpen)
                .forEach(visit -> days.computeIfAbsent(
                                visit.planned().phase() + " " + visit.planned().service(), line -> new ArrayDeque<>())
                        .add(visit.on()));
        open.forEach(visit -> visit.moveTo(Objects.requireNonNull(days.get(visit.phase() + " " + visit.service()))
                .remove()));
    }

    /** The visits as the plan shows them, numbered in the order of their days. */
    List<PlanDetails.Visit> rows() {
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).row(i + 1))
                .toList();
    }

    /** The visits that are still to come. */
    List<PlanDetails.Visit> openRows() {
        return rows().stream().filter(visit -> visit.deliveredOn() == null).toList();
    }
}
