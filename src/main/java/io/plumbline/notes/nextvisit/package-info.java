/** Books the next visit by the treatment plan, from the signed note of this one. */
@NullMarked
package io.plumbline.notes.nextvisit;

import org.jspecify.annotations.NullMarked;
