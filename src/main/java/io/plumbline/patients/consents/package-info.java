/** The texts that patients agree to: by kind and language, in published versions that never change. */
@NullMarked
@NamedInterface("consents")
package io.plumbline.patients.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
