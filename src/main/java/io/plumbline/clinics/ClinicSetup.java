package io.plumbline.clinics;

/**
 * Everything about a clinic that a manager can edit.
 *
 * @param zoneIsFixed whether the time zone can no longer change because appointments were booked
 * @param changedBy who changed it last; empty if unknown
 */
public record ClinicSetup(ClinicDetails details, ClinicOffer offer, boolean zoneIsFixed, String changedBy) {}
