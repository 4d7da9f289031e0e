/** What patients answered themselves to the questions of the red-flag screen, before a clinician asks. */
@NullMarked
@NamedInterface("told")
package io.plumbline.safety.told;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
