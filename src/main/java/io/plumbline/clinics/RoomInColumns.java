package io.plumbline.clinics;

import jakarta.persistence.Embeddable;

/** The database columns of a room, apart from its id. */
@Embeddable
record RoomInColumns(String name, boolean active) {}
