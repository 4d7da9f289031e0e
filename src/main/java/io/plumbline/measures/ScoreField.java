package io.plumbline.measures;

/** The fields of a score at which a refusal can stand. */
public enum ScoreField {
    MEASURED_ON
}
