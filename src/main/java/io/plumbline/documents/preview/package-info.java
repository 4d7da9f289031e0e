/** Pages of files from outside as pictures, drawn in a process of its own. */
@NullMarked
@NamedInterface("preview")
package io.plumbline.documents.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
