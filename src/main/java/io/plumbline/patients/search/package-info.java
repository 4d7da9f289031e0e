/** The search of patients by tokens, and patients who may be the same person. */
@NullMarked
@NamedInterface("search")
package io.plumbline.patients.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
