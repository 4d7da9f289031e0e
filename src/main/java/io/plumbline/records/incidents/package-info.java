/** Incidents that may be a breach: whom they affected by the audit trail, the assessment, and the time to tell them. */
@NullMarked
@NamedInterface("incidents")
package io.plumbline.records.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
