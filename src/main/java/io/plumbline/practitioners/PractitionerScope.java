package io.plumbline.practitioners;

import java.util.Set;

/**
 * What a practitioner is trained in and does.
 *
 * @param modalities codes of {@link PractitionerModalities}; empty where the manager has named none, which narrows nothing
 */
public record PractitionerScope(Set<Discipline> disciplines, Set<String> modalities) {}
