/** Whether a patient is active, inactive or deceased, and what ends with that. */
@NullMarked
@NamedInterface("status")
package io.plumbline.patients.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
