package io.plumbline.shared;

/** An event that changes what open screens of others show, or what the navigation counts. */
public interface VisibleChange {
    /** Returns whether this event does, where others of its type do. */
    default boolean isVisible() {
        return true;
    }
}
