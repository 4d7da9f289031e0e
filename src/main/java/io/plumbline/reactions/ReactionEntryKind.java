package io.plumbline.reactions;

import io.plumbline.shared.Labeled;

/** The kind of an entry in the history of a reaction. */
public enum ReactionEntryKind implements Labeled {
    RECORDED,
    FOLLOWED_UP,
    OUTCOME_CHANGED,
    ENTERED_IN_ERROR
}
