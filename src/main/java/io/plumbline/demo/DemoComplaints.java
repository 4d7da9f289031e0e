package io.plumbline.demo;

import io.plumbline.intake.Limitation;
import java.util.List;
import java.util.Set;

/** What brings the demo patients: their words, and what is found to go with it and to be hard for them. */
final class DemoComplaints {
    private static final List<Complaint> ALL = List.of(
            of("Lower back tight after long drives.", Set.of("SITTING", "TIGHT_HAM_HIPFLEX"), "Rising from a chair"),
            of("Dull ache above the pelvis since the garden work in spring.", Set.of("LIFT_FORM"), "Lifting loads"),
            of("Stiff in the morning, better after a walk.", Set.of("SEDENTARY_BURST", "STRESS"), "Putting on shoes"),
            of("Pulling on the right when putting on shoes.", Set.of("TIGHT_HAM_HIPFLEX"), "Putting on shoes"),
            of("Back tires when standing at the counter.", Set.of("POSTURE", "WEAK_BACK"), "Physical work"),
            of("Catches when rising from a chair.", Set.of("WEAK_CORE", "PELVIC_TILT"), "Rising from a chair"),
            of("Tension between hip and lower back after running.", Set.of("BAD_EXERCISE_FORM"), "Twisting"));

    private DemoComplaints() {}

    /** One of them. */
    record Complaint(String words, Set<String> factors, List<Limitation> limitations) {}

    static Complaint of(int course) {
        return ALL.get(course % ALL.size());
    }

    /** Of somebody who sits too much. */
    static Complaint fromSitting(String words) {
        return new Complaint(
                words,
                Set.of("SITTING", "WEAK_CORE"),
                List.of(new Limitation("Putting on shoes", 4), new Limitation("Rising from a chair", 6)));
    }

    private static Complaint of(String words, Set<String> factors, String hard) {
        return new Complaint(words, factors, List.of(new Limitation(hard, 4), new Limitation("Bending", 6)));
    }
}
