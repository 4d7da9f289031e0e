/** What changed in a patient's record since the reader's own last session note. */
@NullMarked
package io.plumbline.notes.changes;

import org.jspecify.annotations.NullMarked;
