package io.plumbline.clinics;

/**
 * Everything that the manager may change of a clinic.
 *
 * @param zoneIsFixed whether something was booked there, after which its time zone stays
 * @param changedBy who changed it last; empty where that is not known
 */
public record ClinicSetup(ClinicDetails details, ClinicOffer offer, boolean zoneIsFixed, String changedBy) {}
