package io.plumbline.exercises;

import java.util.UUID;

/** An exercise's name, to choose it by or to link to it. */
public record ExerciseLabel(UUID id, String slug, String name) {}
