package io.plumbline.shared.ui.chart;

import java.time.LocalDate;

/** A value of a day, in the unit of the {@link Axis}. */
public record DayValue(LocalDate day, double value) {
    public DayValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart shows finite values only");
        }
    }
}
