package io.plumbline.records.clinicexports;

import io.plumbline.shared.VisibleChange;

/** A change of an export, or how far it is. */
public interface ClinicExportChange extends VisibleChange {}
