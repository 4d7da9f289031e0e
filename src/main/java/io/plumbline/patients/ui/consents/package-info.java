/** The screens of a patient's consents and of the consent texts, and a text as the patient reads it. */
@NullMarked
@NamedInterface("consents-ui")
package io.plumbline.patients.ui.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
