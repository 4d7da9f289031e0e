package io.plumbline.patients.duplicates;

/**
 * Two patients who are probably the same person, one of them sensitive, by number and without names.
 *
 * @param first the number of the one
 * @param second the number of the other
 * @param why what the two have in common, for the user
 */
public record SensitiveDuplicate(PatientDuplicateId id, String first, String second, String why) {}
