package io.plumbline.plans;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import java.util.UUID;

/** Somebody read the worklist of treatment plans with its clinical content: why a plan rests, and open flags. */
public record PlansListed(StaffId reader) implements Recorded {
    @Override
    public String kind() {
        return "plan.listed";
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
