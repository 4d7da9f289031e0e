package io.plumbline.clinics;

import io.plumbline.shared.ids.ClinicId;

/** A clinic as its manager sees it. */
public record ClinicDetails(ClinicId id, long version, ClinicDraft draft) {}
