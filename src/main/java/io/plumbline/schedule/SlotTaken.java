package io.plumbline.schedule;

/** Somebody else has booked that time meanwhile. */
public final class SlotTaken extends RuntimeException {
    SlotTaken() {
        super("This time has just been taken: choose another");
    }
}
