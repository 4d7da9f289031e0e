package io.plumbline.intake.charts;

import io.plumbline.intake.MarkedArea;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import java.util.List;

/**
 * The body chart of a signed intake note, in its newest version.
 *
 * @param areas in the order of marking; empty if nothing was marked
 */
public record ChartedAreas(IntakeId note, ClinicId clinic, Instant signedAt, List<MarkedArea> areas) {}
