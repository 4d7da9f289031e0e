package io.plumbline.exercises;

import io.plumbline.shared.ids.ExerciseId;

/** The name of an exercise for selection and links. */
public record ExerciseLabel(ExerciseId id, String slug, String name) {}
