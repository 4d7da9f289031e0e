package io.plumbline.safety;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;

/**
 * A red flag opened the chart of a patient to a chiropractor of the clinic: there was none, or a second one is asked to
 * confirm that the flag is cleared.
 */
@StoredKind("flag.chart-opened")
record ChartOpenedByFlag(StaffId chiropractor, PatientId patient) implements Recorded {}
