/** Break-glass access: a clinician opens a record without a relation, for a reason, and somebody reviews it. */
@NullMarked
@NamedInterface("breakglass")
package io.plumbline.access.breakglass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
