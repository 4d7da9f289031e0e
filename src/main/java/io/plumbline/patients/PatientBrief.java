package io.plumbline.patients;

/**
 * A patient at the head of a record of theirs.
 *
 * @param clinicalHold whether no manual treatment may be booked or started now
 * @param thrustHold whether no adjustment may be booked or given now
 * @param clinical whether the caller is in relation to the patient, and so may read what is clinical
 */
public record PatientBrief(String name, boolean clinicalHold, boolean thrustHold, boolean clinical) {}
