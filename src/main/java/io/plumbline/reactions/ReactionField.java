package io.plumbline.reactions;

/** The fields of a reaction at which a refusal can stand. */
public enum ReactionField {
    DESCRIPTION,
    BEGAN_ON,
    BEGAN_AT,
    OUTCOME,
    WORDS,
    FOLLOW_UP_ON,
    FOLLOW_UP_BY,
    FOLLOW_UP_AGREED
}
