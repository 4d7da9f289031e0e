package io.plumbline.practitioners;

/** A practitioner by name, and whether they work here. */
public record PractitionerBrief(String name, boolean active) {}
