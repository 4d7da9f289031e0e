package io.plumbline.leads;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** A chiropractor read which leads are in clinical review, and what they answered. */
public record LeadReviewsListed(StaffId reader) implements Recorded {
    @Override
    public String kind() {
        return "lead.reviews-listed";
    }

    @Override
    public UUID subject() {
        return reader.value();
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
