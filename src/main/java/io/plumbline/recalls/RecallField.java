package io.plumbline.recalls;

/** What a refusal of a recall may be about. */
public enum RecallField {
    NEXT,
    NOTE
}
