package io.plumbline.diagnoses;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import java.util.UUID;

/** Audit event: an official order file was imported. */
@StoredKind("diagnosis.imported")
record DiagnosesImported(UUID subject, String detail) implements Recorded {}
