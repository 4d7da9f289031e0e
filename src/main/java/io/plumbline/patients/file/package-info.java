/** The patient's file: alerts and care team as they are written, and the timeline. */
@NullMarked
@NamedInterface("file")
package io.plumbline.patients.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
