/** Reads the notes that were signed or imported before something was kept of each. */
@NullMarked
package io.plumbline.notes.backfill;

import org.jspecify.annotations.NullMarked;
