package io.plumbline.intake.charts;

import io.plumbline.intake.MarkedArea;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body chart of a signed intake note, in its newest version.
 *
 * @param begunAt when the first version was begun; pain and marks are of that day, also in a later version
 * @param complaint as the note says it
 * @param painNow null if not recorded; likewise the worst
 * @param areas in the order of marking; empty if nothing was marked
 */
public record ChartedAreas(
        IntakeId note,
        ClinicId clinic,
        Instant begunAt,
        Instant signedAt,
        String complaint,
        @Nullable Pain painNow,
        @Nullable Pain painWorst,
        List<MarkedArea> areas) {}
