package io.plumbline.practitioners;

import java.util.Set;

/**
 * A practitioner's disciplines and modalities.
 *
 * @param modalities codes of {@link PractitionerModalities}; empty, which does not filter, if the manager has listed
 *     none
 */
public record PractitionerScope(Set<Discipline> disciplines, Set<String> modalities) {}
