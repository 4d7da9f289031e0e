/**
 * Consents of patients as they are given, withdrawn and printed, and the texts that patients agree to: by kind and
 * language, in published versions that never change.
 */
@NullMarked
@NamedInterface("consents")
package io.plumbline.patients.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
