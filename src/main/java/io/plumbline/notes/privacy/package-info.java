/** Who may read a session note: what its author sets, and what others see of a restricted note. */
@NullMarked
package io.plumbline.notes.privacy;

import org.jspecify.annotations.NullMarked;
