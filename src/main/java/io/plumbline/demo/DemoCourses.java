package io.plumbline.demo;

import io.plumbline.shared.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The demo patients who are in care, and how far each has come. */
final class DemoCourses {
    private DemoCourses() {}

    /** One behind plan, one with a visit planned for today, one that a red flag will hold up, one that rests. */
    static List<DemoCare.Course> of(List<PatientId> known, LocalDate today) {
        return List.of(
                new DemoCare.Course(
                        known.get(6),
                        "Lower back tight after long days at the desk.",
                        today.minusWeeks(3),
                        LocalTime.of(9, 0),
                        List.of(new DemoCare.Session(6, 4), new DemoCare.Session(5, 3))),
                new DemoCare.Course(
                        known.get(7),
                        "Pulling on the left when bending since moving house.",
                        today.minusWeeks(2),
                        LocalTime.of(10, 0),
                        List.of(new DemoCare.Session(7, 5), new DemoCare.Session(5, 4))),
                new DemoCare.Course(
                        known.get(2),
                        "Stiff in the morning, eases when walking.",
                        today.minusWeeks(1),
                        LocalTime.of(11, 0),
                        List.of(new DemoCare.Session(4, 3))),
                new DemoCare.Course(
                        known.get(3),
                        "Tired lower back after standing at work.",
                        today.minusWeeks(4),
                        LocalTime.of(12, 0),
                        List.of(new DemoCare.Session(5, 4), new DemoCare.Session(4, 3))));
    }
}
