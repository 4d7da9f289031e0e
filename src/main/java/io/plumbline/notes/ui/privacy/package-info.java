/** Who may read a session note, on the screens of notes. */
@NullMarked
package io.plumbline.notes.ui.privacy;

import org.jspecify.annotations.NullMarked;
