package io.plumbline.shared.ids;

import java.io.Serializable;
import java.util.UUID;

/** The id of a record: a UUIDv7, stored as {@code binary(16)}. */
public interface Id extends Serializable {
    /** Returns the id as it is stored. */
    UUID value();
}
