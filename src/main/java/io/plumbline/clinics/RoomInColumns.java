package io.plumbline.clinics;

import jakarta.persistence.Embeddable;

/** What the store keeps of a room beside its id. */
@Embeddable
record RoomInColumns(String name, boolean active) {}
