package io.plumbline.records.clinicexports;

/** A field of the form of an export, at which a refusal stands. */
public enum ClinicExportField {
    CLINIC,
    REASON,
    RECIPIENT,
    KEY
}
