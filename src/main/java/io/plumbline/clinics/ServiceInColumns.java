package io.plumbline.clinics;

import jakarta.persistence.Embeddable;

/** The database columns of a service, apart from its code. */
@Embeddable
record ServiceInColumns(String name, int minutes, int bufferMinutes, boolean needsRoom, boolean active) {}
