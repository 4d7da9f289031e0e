package io.plumbline.patients;

/**
 * A patient who may be the one that is being added.
 *
 * @param why what is the same, for who adds
 */
public record PatientLikeness(PatientRow patient, String why) {}
