package io.plumbline.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The kind under which the audit trail stores an event, where the name of its record does not say it, since the trail
 * keeps a kind for ever. On a group of events it is the part before the dot.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredKind {
    /** The kind, at most 40 characters, or the part of it before the dot. */
    String value();
}
