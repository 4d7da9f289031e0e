/** Reads the session notes that were signed before something was kept of each. */
@NullMarked
package io.plumbline.notes.backfill;

import org.jspecify.annotations.NullMarked;
