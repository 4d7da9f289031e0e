/** Merging of patient records of the same person, as an alias: no row moves, and the records are read as one. */
@NullMarked
@NamedInterface("merging")
package io.plumbline.patients.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
