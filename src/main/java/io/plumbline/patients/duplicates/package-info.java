/** Possible duplicates among patients: two records that are probably of one person. */
@NullMarked
@NamedInterface("duplicates")
package io.plumbline.patients.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
