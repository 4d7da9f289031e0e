package io.plumbline.measures;

import io.plumbline.shared.Labeled;

/** Whether a score counts. A score that does not is kept and stays readable. */
public enum ScoreStatus implements Labeled {
    FINAL,
    CORRECTED,
    ENTERED_IN_ERROR
}
