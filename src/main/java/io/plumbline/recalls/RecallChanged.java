package io.plumbline.recalls;

import io.plumbline.shared.VisibleChange;
import io.plumbline.shared.ids.ClinicId;

/** A change of the board of a clinic, for the open screens. */
public record RecallChanged(ClinicId clinic) implements VisibleChange {}
