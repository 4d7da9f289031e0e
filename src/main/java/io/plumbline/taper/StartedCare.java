package io.plumbline.taper;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The visits of a plan whose care may have begun before the plan was written.
 *
 * @param before those that were carried over, in the order of their days. The days are those of the plan: nobody
 *     recorded the real ones
 * @param ahead those that remain, in the order of their days
 */
public record StartedCare(List<Taper.Visit> before, List<Taper.Visit> ahead) {
    public StartedCare {
        before = List.copyOf(before);
        ahead = List.copyOf(ahead);
    }

    /**
     * Expands the phases of a plan. The first visits of each service are carried over as far as they were given; then
     * the others are planned from today on.
     *
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     * @throws Refused if more visits are carried over than the plan has, one of them would be today or later, or none
     *     remains; the message is for the user
     */
    public static StartedCare of(
            LocalDate start,
            List<PlannedService> services,
            List<CarriedOver> carriedOver,
            LocalDate today,
            Predicate<LocalDate> isOpen) {
        var all = Taper.visits(start, services, isOpen);
        if (carriedOver.isEmpty()) {
            return new StartedCare(List.of(), all);
        }
        var given = new EnumMap<AppointmentType, Integer>(AppointmentType.class);
        carriedOver.forEach(carried -> given.put(carried.service(), carried.visits()));
        refuseTooMany(all, carriedOver);
        var before = new ArrayList<Taper.Visit>();
        var rest = new ArrayList<Taper.Open>();
        for (var visit : all) {
            var planned = visit.planned();
            if (given.merge(planned.service(), -1, Integer::sum) >= 0) {
                refuseNotPast(visit, today);
                before.add(visit);
            } else {
                rest.add(new Taper.Open(planned.phase(), planned.service(), visit.on()));
            }
        }
        if (rest.isEmpty()) {
            throw new Refused("All visits of the plan would be carried over. Plan at least one more");
        }
        return new StartedCare(before, Taper.onward(today, services, rest, isOpen));
    }

    private static void refuseTooMany(List<Taper.Visit> all, List<CarriedOver> carriedOver) {
        for (var carried : carriedOver) {
            var planned = all.stream()
                    .filter(visit -> visit.planned().service() == carried.service())
                    .count();
            if (planned < carried.visits()) {
                throw new Refused(carried.service().label() + ": " + carried.visits()
                        + (carried.visits() == 1 ? " visit" : " visits")
                        + " cannot be carried over, because the plan has " + planned);
            }
        }
    }

    private static void refuseNotPast(Taper.Visit visit, LocalDate today) {
        if (!visit.on().isBefore(today)) {
            throw new Refused(visit.planned().service().label() + ": a visit that is carried over would be on "
                    + Dates.longDay(visit.on()) + ". Choose an earlier start, or carry over fewer visits");
        }
    }

    /** Returns all visits, in the order of their days. */
    public List<Taper.Visit> all() {
        return Stream.concat(before.stream(), ahead.stream()).toList();
    }
}
