package io.plumbline.safety;

import io.plumbline.shared.Labeled;

/** The answer to a question of the red-flag screen. A missing answer is not a no. */
public enum ScreeningAnswer implements Labeled {
    YES,
    NO,
    NOT_ASKED
}
