package io.plumbline.clinics;

import jakarta.persistence.Embeddable;

/** What the store keeps of a service beside its code. */
@Embeddable
record ServiceInColumns(String name, int minutes, int bufferMinutes, boolean needsRoom, boolean active) {}
