/** Treatments that have had no signed note for some time, for the clinic manager. */
@NullMarked
@NamedInterface("backlog")
package io.plumbline.notes.backlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
