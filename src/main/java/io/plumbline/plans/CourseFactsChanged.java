package io.plumbline.plans;

import io.plumbline.shared.ids.PatientId;

/** Something changed by which the course of a patient's plans is judged; published in the same transaction. */
public record CourseFactsChanged(PatientId patient) {}
