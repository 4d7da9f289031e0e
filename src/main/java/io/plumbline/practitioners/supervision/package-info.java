/** Who co-signs the session notes of a practitioner. */
@NullMarked
@NamedInterface("supervision")
package io.plumbline.practitioners.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
