package io.plumbline.measures;

import io.plumbline.shared.TextLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * The answer to one item of an outcome measure.
 *
 * @param item the number or name of the item, or the patient's own activity, at most 120 characters
 * @param value 1 for a statement that applies
 */
@Embeddable
public record ItemAnswer(
        String item, @Column(name = "answer") BigDecimal value) {
    /** @throws io.plumbline.shared.Refused if the item has no name, or too long a one */
    public ItemAnswer {
        item = TextLimit.required("The activity", item, 120);
    }

    /** Returns whether another answer is the same, however many decimals it is written with. */
    boolean says(ItemAnswer other) {
        return item.equals(other.item) && value.compareTo(other.value) == 0;
    }
}
