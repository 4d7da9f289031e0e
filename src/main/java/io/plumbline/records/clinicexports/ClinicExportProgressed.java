package io.plumbline.records.clinicexports;

/** Says to the screens of this node that the making of an export went on. */
public record ClinicExportProgressed(ClinicExportId export) implements ClinicExportChange {}
