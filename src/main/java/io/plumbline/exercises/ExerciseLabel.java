package io.plumbline.exercises;

import java.util.UUID;

/** The name of an exercise for selection and links. */
public record ExerciseLabel(UUID id, String slug, String name) {}
