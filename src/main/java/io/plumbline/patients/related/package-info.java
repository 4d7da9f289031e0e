/** The people around a patient, who may be patients too, and who referred the patient. */
@NullMarked
@NamedInterface("related")
package io.plumbline.patients.related;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
