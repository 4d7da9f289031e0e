package io.plumbline.orders;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * An order, as a clinician chooses it.
 *
 * @param practitioner with whom; null if anybody
 * @param deskLine for the desk, without clinical words
 */
public record OrderDraft(
        OrderKind kind, Wanted wanted, @Nullable StaffId practitioner, String deskLine) {
    /** The longest line for the desk. */
    public static final int LONGEST_LINE = 200;

    /** @throws Refused if the line is too long; the message is for the user */
    public OrderDraft {
        if (deskLine.strip().length() > LONGEST_LINE) {
            throw new Refused(
                    OrderField.DESK_LINE, "The line for the desk has at most " + LONGEST_LINE + " characters");
        }
        deskLine = TextLimit.optional("The line for the desk", deskLine, LONGEST_LINE);
    }
}
