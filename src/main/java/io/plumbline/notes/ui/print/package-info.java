/** Choosing which session notes are printed. */
@NullMarked
package io.plumbline.notes.ui.print;

import org.jspecify.annotations.NullMarked;
